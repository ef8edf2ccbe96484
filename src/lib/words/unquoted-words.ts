/** What is said of one whom sources speak of and none quotes, by the number of the claims that do. */
export function unquotedWords(claims: number): string {
	return `spoken of in ${claims.toLocaleString('en-GB')} ${claims === 1 ? 'claim' : 'claims'}, quoted in none`;
}
