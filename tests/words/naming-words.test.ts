import { expect, test } from 'vitest';
import { namingWords } from '$lib/words/naming-words';

test.each([
	[0, 0, 'no claims'],
	[1, 1, '1 claim, which names it'],
	[1, 0, '1 claim, which does not name it'],
	[26, 0, '26 claims, none names it'],
	[26, 1, '26 claims, 1 names it'],
	[26, 5, '26 claims, 5 name it'],
	[26, 26, '26 claims, all name it']
])('of %i claims %i name a place: %s', (claims, named, words) => {
	expect(namingWords(claims, named)).toBe(words);
});
