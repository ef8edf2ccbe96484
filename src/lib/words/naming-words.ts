/** How many claims about a place name it in their passage: "26 claims, 5 name it". */
export function namingWords(claims: number, named: number): string {
	if (claims === 0) return 'no claims';
	if (claims === 1) return `1 claim, which ${named === 1 ? 'names it' : 'does not name it'}`;
	const words =
		named === 0 ? 'none names it' : named === claims ? 'all name it' : `${named} ${named === 1 ? 'names' : 'name'} it`;
	return `${claims.toLocaleString('en-GB')} claims, ${words}`;
}
