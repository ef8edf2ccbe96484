const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;

/** Which way most letters of a text run. */
export function directionOf(paragraphs: readonly string[]): 'ltr' | 'rtl' {
	const text = paragraphs.join('\n');
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	return (text.match(RIGHT_TO_LEFT)?.length ?? 0) > letters / 2 ? 'rtl' : 'ltr';
}
