/** Letters that run from right to left, as a part of a pattern. */
export const RTL = '[[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}]&&[\\p{L}\\p{M}]]';

const HAS_RTL = new RegExp(RTL, 'v');

/** Whether a text has letters that run from right to left. */
export function hasRightToLeft(text: string): boolean {
	return HAS_RTL.test(text);
}

/** Whether more letters of a text run from right to left than not. */
export function isRightToLeft(text: string): boolean {
	const letters = text.match(/\p{L}/gu) ?? [];
	return letters.filter(hasRightToLeft).length * 2 > letters.length;
}
