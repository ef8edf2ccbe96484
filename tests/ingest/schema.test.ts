import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import dataset from '$geodata/schema/dataset.schema.json';
import { schemaIssues } from '$lib/ingest/schema';
import { COLOURS, SHAPE_PATHS } from '$lib/domain/symbol';

const FOLDER = 'geodata/schema';

describe('a schema', () => {
	test.each(readdirSync(FOLDER))('%s is one, strictly', (name) => {
		const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { uri: true, date: true } });
		const read = (file: string) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as object;
		if (name !== 'common.schema.json') ajv.addSchema(read('common.schema.json'), 'common.schema.json');
		expect(() => ajv.compile(read(name))).not.toThrow();
	});

	test('offers the colours and shapes that the map can draw', () => {
		const { colour, shape } = dataset.properties.layers.items.properties;
		expect(colour.enum).toEqual([...COLOURS]);
		expect(shape.enum).toEqual(Object.keys(SHAPE_PATHS));
	});
});

describe('an issue of the form', () => {
	test('names the value and the choice', () => {
		const [issue] = schemaIssues('agents', 'agents.json', { agents: [{ id: 'a', name: 'A', kind: 'robot' }] });
		expect(issue).toEqual({
			file: 'agents.json',
			path: '/agents/0/kind',
			rule: 'schema-choice',
			message: '"robot" is not one of the values offered.',
			remedy: 'Choose one of "person", "office", "group", "outlet", "imagery", "document".'
		});
	});

	test('says in words what a text should look like', () => {
		const [issue] = schemaIssues('topics', 'topics.json', { topics: [{ id: 'A B', title: 'x', definition: 'x' }] });
		expect(issue?.remedy).toBe('Write an id: lower-case letters and digits in words joined by single hyphens.');
	});

	test('cuts a long value short', () => {
		const [issue] = schemaIssues('topics', 'topics.json', { topics: 'x'.repeat(10_000) });
		expect(issue?.message.length).toBeLessThan(120);
	});

	test.each([null, 7, 'x', [], {}])('is told for a file that is only %j', (value) => {
		expect(schemaIssues('source', 'x.json', value)).not.toEqual([]);
	});
});
