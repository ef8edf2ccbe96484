import { expect, it } from 'vitest';
import { queryShown } from '$lib/ui/api/item-form';

it.each([
	['limit=500&q=ship', 'limit=200&q=ship'],
	['limit=12', 'limit=12'],
	['limit=1e9', 'limit=1e9'],
	['limit=0x1000', 'limit=0x1000'],
	['limit=Infinity', 'limit=Infinity'],
	['limit=500&limit=2', 'limit=500&limit=2']
])('a page that is asked for by %s is drawn from %s: what is no limit is refused as it stands', (asked, shown) => {
	expect(String(queryShown(new URLSearchParams(asked)))).toBe(shown);
});
