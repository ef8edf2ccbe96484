import { counted } from './counted';

/** What is said of one whom sources speak of and none quotes, by the number of the claims that do. */
export function unquotedWords(claims: number): string {
	return `spoken of in ${counted(claims, 'claim')}, quoted in none`;
}
