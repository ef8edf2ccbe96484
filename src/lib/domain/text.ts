/**
 * Text as the search compares it: case, accents and the spelling variants of Arabic do not count, so that `Hmeimim`
 * finds Ḥmeimīm and أحمد finds احمد.
 */
export function fold(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\p{M}\u0640]/gu, '')
		.replace(/[ٱآأإ]/g, 'ا')
		.replace(/[ىی]/g, 'ي')
		.replace(/ة/g, 'ه')
		.replace(/ک/g, 'ك')
		.replace(/[ıİ]/g, 'i')
		.replace(/[’‘ʼ`´]/g, "'")
		.toLowerCase();
}

/** The folded words of a text: runs of letters and digits; apostrophes inside a word are dropped. */
export function wordsOf(text: string): string[] {
	return (
		fold(text)
			.replace(/(\p{L})'(?=\p{L})/gu, '$1')
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}
