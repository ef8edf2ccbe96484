import { describe, expect, test } from 'vitest';
import { readBytes } from '../../geodata/tools/source/read';
import { pdfOf, type PrintedLine } from './pdf-of';

const BEGIN = [
	'The ministry said on Tuesday that the last convoy had left the naval base at',
	'the port before dawn, after two weeks of loading.'
];
const BESIDE = [
	'Nobody in the town had been told of it in advance, and',
	'the quay was empty in the morning, the mayor said, and',
	'the men at the gate of the port had gone as well, with',
	'all of the lorries that had stood there since October',
	'and the guns on the hill above the harbour, which were'
];
const END = [
	'there for years, and with the cranes, of which there had been three or four, as',
	'it was told by those who had seen them, and by those who had not, on the streets',
	'of the town and in its houses, where the lights were out until late in that week',
	'and nobody knew when they would be on again, or whether the ships would come back',
	'to the quay, as they had in the spring, when the same had been said of them, and'
];
const LAST = ['as it was said once more in the autumn.'];
const BOX = ['Leased in 2017 for', '49 years, and the', 'only one that there', 'is in the sea.'];

/** Lines one below the other from a height, 14 points apart. */
function printed(lines: readonly string[], x: number, y: number): PrintedLine[] {
	return lines.map((text, index) => ({ text, x, y: y - 14 * index }));
}

async function paragraphsOf(lines: readonly PrintedLine[]): Promise<readonly string[]> {
	return (await readBytes('box.pdf', pdfOf([lines], 'Box'))).paragraphs;
}

describe('a box that the lines of a page run around stands by itself', () => {
	const main = [...BESIDE, ...END, ...LAST].join(' ');
	const below = printed([...END, ...LAST], 60, 670);
	test.each([
		['at other heights than these', 7],
		['at their heights', 0]
	])('on the right, %s', async (_, down) => {
		const paragraphs = await paragraphsOf([
			...printed(BEGIN, 60, 780),
			...printed(BESIDE, 60, 740),
			...printed(BOX, 400, 740 - down),
			...below
		]);
		expect(paragraphs).toEqual([BEGIN.join(' '), main, BOX.join(' ')]);
	});

	test('on the left', async () => {
		const paragraphs = await paragraphsOf([
			...printed(BEGIN, 60, 780),
			...printed(BESIDE, 200, 740),
			...printed(BOX, 60, 733),
			...below
		]);
		expect(paragraphs).toEqual([BEGIN.join(' '), main, BOX.join(' ')]);
	});

	test('where the last sentence of the page goes on, before it', async () => {
		const paragraphs = await paragraphsOf([
			...printed(BESIDE, 60, 740),
			...printed(BOX, 400, 733),
			...printed(END, 60, 670)
		]);
		expect(paragraphs).toEqual([BOX.join(' '), BESIDE.concat(END).join(' ')]);
	});
});

test('the cells of a table stay in their rows', async () => {
	const rows = [
		['The ship Sparta II', 'Trucks and guns of the army'],
		['The ship Ursa Major', 'Nothing at all was seen there'],
		['The ship Baltic Leader', 'Containers in three rows'],
		['The ship Yantar', 'A crane of the harbour']
	];
	const paragraphs = await paragraphsOf([
		...printed(BEGIN, 60, 780),
		...printed(
			rows.map(([first = '']) => first),
			60,
			740
		),
		...printed(
			rows.map(([, second = '']) => second),
			320,
			740
		),
		...printed([...END, ...LAST], 60, 660)
	]);
	for (const row of rows) expect(paragraphs.some((text) => row.every((cell) => text.includes(cell)))).toBe(true);
});
