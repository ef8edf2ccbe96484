/** How a day is put into its field: picked from a calendar, stepped to with an arrow key, or typed digit by digit. */
export type DayInput = 'picked' | 'stepped' | 'typed';

/** How a day is put into its field once a key is pressed: a digit that was typed stays typed, whatever is pressed after it. */
export function dayInputAfter(input: DayInput, key: string): DayInput {
	if (input === 'typed' || /^(\S|Backspace|Delete)$/u.test(key)) return 'typed';
	return key === 'ArrowUp' || key === 'ArrowDown' ? 'stepped' : input;
}
