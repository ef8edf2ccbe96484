import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import FacetPanel from '$lib/ui/filters/FacetPanel.svelte';

/** The ids of the boxes in the panel's HTML: those in the open, and those that fold away. */
function boxesOf(options: { count: number; ticked?: (n: number) => boolean; live?: boolean }) {
	const { count, ticked = () => true, live = false } = options;
	const items = Array.from({ length: count }, (_, n) => ({
		id: `s${n}`,
		title: `S ${n}`,
		count: 1,
		checked: ticked(n)
	}));
	const nothing = () => undefined;
	const handlers = { ontoggle: nothing, ononly: nothing, onall: nothing };
	const { body } = render(FacetPanel, { props: { title: 'Sources', name: 'sources', items, live, ...handlers } });
	const [open = '', folded = ''] = body.split('<details');
	const idsIn = (html: string) => [...html.matchAll(/value="(\w+)"/g)].map(([, id]) => id);
	return { open: idsIn(open), folded: idsIn(folded), summary: /<summary[^>]*>([^<]*)/.exec(folded)?.[1] };
}

describe('a group of check boxes', () => {
	test('stands in the open whole, up to fifty', () => {
		expect(boxesOf({ count: 50 })).toMatchObject({ open: { length: 50 }, folded: [], summary: undefined });
	});

	test('folds away what is beyond fifty, and says how many that is', () => {
		const { open, folded, summary } = boxesOf({ count: 120 });
		expect([open.length, folded.length, summary]).toEqual([50, 70, '70 more sources']);
	});

	test('has every box in the form as long as the server answers it', () => {
		const { open, folded } = boxesOf({ count: 120, ticked: (n) => n !== 3 });
		expect(new Set([...open, ...folded]).size).toBe(120);
	});

	test('draws what is folded away no more once it is live', () => {
		expect(boxesOf({ count: 120, live: true })).toMatchObject({
			open: { length: 50 },
			folded: [],
			summary: '70 more sources'
		});
	});

	test('shows a few ticks wherever in the list they are', () => {
		expect(boxesOf({ count: 120, ticked: (n) => n === 99, live: true }).open).toContain('s99');
	});
});
