/** How a day comes into its field: picked from a calendar, stepped to with an arrow key, or typed digit by digit. */
export type Hand = 'picked' | 'stepped' | 'typed';

/** How a day comes into its field once a key is pressed: a digit that was typed stays typed, whatever is pressed after it. */
export function handAfter(hand: Hand, key: string): Hand {
	if (hand === 'typed' || /^(\S|Backspace|Delete)$/u.test(key)) return 'typed';
	return key === 'ArrowUp' || key === 'ArrowDown' ? 'stepped' : hand;
}
