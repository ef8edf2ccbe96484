import { expect, test } from 'vitest';
import { ITEM_PARAMETERS } from '$lib/server/api/ogc/item-query';
import { generateDataset } from '../../../fixtures/dataset';
import { pick, randomOf } from '../../../fixtures/random';
import { handlersOf } from '../ask';

const atlas = handlersOf(generateDataset({ features: 30, claims: 90, seed: 7 }));

const VALUES: readonly string[] = [
	...[
		'',
		' ',
		',',
		'/',
		'..',
		'../..',
		'0',
		'-1',
		'1',
		'7',
		'1e9',
		'99999999999999999999',
		'NaN',
		'Infinity',
		'null',
		'json',
		'html'
	],
	...[
		'csv',
		'fgb',
		'__proto__',
		'constructor',
		'%',
		'%zz',
		'%00',
		'%ff',
		'\u0000',
		'😀',
		'"',
		"'",
		'\\',
		'<script>',
		'{}',
		'[]',
		'(((('
	],
	...[
		'topic-1',
		'topic-1,topic-2',
		'source-0',
		'agent-3',
		'question-1',
		'20,30,25,35',
		'25,30,20,35',
		'-180,-90,180,90',
		'1,1,1,1,1,1'
	],
	...[
		'2024-12-08',
		'2020-01-01/..',
		'2024-02-30',
		'2024-12-08T25:00:00Z',
		"kind = 'city'",
		'claims > 1',
		'S_INTERSECTS(geometry, BBOX(20,30,25,35))'
	],
	...['{"op":"=","args":[{"property":"kind"},"city"]}', 'cql2-text', 'cql2-json', 'x'.repeat(3000)]
];
const PATHS = [
	'',
	'/',
	'//',
	'/collections',
	'/collections/features/items',
	'/collections/claims/items',
	'/collections/layer-1/items'
].concat(
	[
		'/collections/features/items/feature-1',
		'/collections/claims/items/c-1.feature-1',
		'/collections/__proto__',
		'/collections/features/queryables'
	],
	['/openapi.json', '/docs', '/conformance', '/%2e%2e/%2e%2e', '/collections/%E0%A4%A', '/tiles', '/__data.json']
);

// Every answer is held against the description too (ask.ts).
test.each([1, 2, 3, 4])('whatever is asked is answered, or refused with a problem: %i', async (seed) => {
	const random = randomOf(seed);
	for (let round = 0; round < 150; round++) {
		const names = Array.from({ length: Math.floor(random() * 4) }, () =>
			random() < 0.95 ? pick(ITEM_PARAMETERS, random) : pick(VALUES, random)
		);
		const query = names.map((name) => `${encodeURIComponent(name)}=${coded(pick(VALUES, random), random)}`).join('&');
		const address = `${pick(PATHS, random)}${query === '' ? '' : `?${query}`}`;
		const accept = pick(['*/*', 'application/json', 'text/html', 'text/csv', ';;;,,q=', 'a/b;q=2'], random);
		const { status } = await atlas.api(address, { headers: { accept } });
		expect([200, 400, 404, 406], `${address} for ${accept}`).toContain(status);
	}
});

/** A value as a query has it; now and then as no client would write it. */
function coded(value: string, random: () => number): string {
	return random() < 0.9 ? encodeURIComponent(value) : value.replace(/[^\w.,%/-]/g, '');
}
