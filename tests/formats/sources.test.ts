import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import type { FormatId } from '$lib/formats/registry';
import { datasetWith } from '../fixtures/dataset';
import { exportText } from './export-text';
import { datasetSaying, HOSTILE } from './hostile';

describe.each<FormatId>(['csl-json', 'bibtex', 'ris'])('the sources as %s', (format) => {
	test('are those of the claims, each once, and last the atlas itself', async () => {
		expect(idsIn(await exportText(format, datasetWith()))).toEqual(['wire', 'report', 'atlas-export']);
	});

	test('are only those that the filter lets through, and the atlas says which filter', async () => {
		const text = await exportText(format, datasetWith(), { ...EVERYTHING, sources: ['report'] });
		expect(idsIn(text)).toEqual(['report', 'atlas-export']);
		expect(text).toContain('Map, filtered: source [A report]');
		expect(text).toContain('https://atlas.example/?sources=report&version=1.2.0');
		expect(text).toContain('Licence: CC BY 4.0.');
	});

	test('of nothing are none but the atlas', async () => {
		expect(idsIn(await exportText(format, datasetWith(), { ...EVERYTHING, layers: [] }))).toEqual(['atlas-export']);
	});

	test.each(Object.entries(HOSTILE).filter(([name]) => name !== 'a long text'))(
		'are as many, whatever the data say: %s',
		async (_, text) => {
			expect(idsIn(await exportText(format, datasetSaying(text)))).toEqual(['wire', 'atlas-export']);
		}
	);
});

/** The ids of what someone else's program finds in a file of ours. */
function idsIn(text: string): unknown[] {
	return (new Cite(text) as { data: { id: unknown }[] }).data.map(({ id }) => id);
}
