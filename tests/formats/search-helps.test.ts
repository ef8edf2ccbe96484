import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '$lib/formats/registry';
import { datasetWith, featureWith } from '../fixtures/dataset';
import { exportBytes } from './export-text';

const dataset = datasetWith({
	features: [
		featureWith({
			names: [
				{ text: 'Harbour', lang: 'en', sources: ['wire'] },
				{ text: 'Hafenbecken', lang: 'de', use: 'search' }
			]
		})
	]
});

test.each(EXPORT_FORMATS.map(({ id }) => id))(
	'%s does not give out what only helps the search as a name',
	async (format) => {
		expect(Buffer.from(await exportBytes(format, dataset)).includes('Hafenbecken')).toBe(false);
	}
);
