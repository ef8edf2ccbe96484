import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import { EXPORT_FORMATS, FORMAT_GROUPS, formatOf, formatsIn } from '$lib/formats/registry';
import { datasetWith } from '../fixtures/dataset';
import { exportText } from './export-text';

test.each(['id', 'title', 'extension', 'description'] as const)('each format has a %s of its own', (member) => {
	expect(new Set(EXPORT_FORMATS.map((format) => format[member])).size).toBe(EXPORT_FORMATS.length);
});

test('each format is offered once, in its group', () => {
	expect(FORMAT_GROUPS.flatMap(({ id }) => formatsIn(id))).toEqual(EXPORT_FORMATS);
	expect(EXPORT_FORMATS.map(({ extension }) => formatOf(extension))).toEqual(EXPORT_FORMATS);
});

describe.each(EXPORT_FORMATS)('$title', ({ id, description, keeps, loses }) => {
	test('says in whole sentences what it is for, what it keeps and what it loses', () => {
		for (const words of [description, keeps, loses]) expect(words).toMatch(/^[A-Z].*\.$/);
	});

	test('carries the licence, the version and the filter in its file', async () => {
		const text = await exportText(id, datasetWith(), { ...EVERYTHING, topics: ['ships'] });
		expect(text).toMatch(/CC BY 4\.0/);
		expect(text).toContain('1.2.0');
		expect(text).toMatch(/topic Ships/);
	});
});
