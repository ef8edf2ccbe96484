import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import type { OpenapiDocument, Operation } from '$lib/server/api/ogc/openapi';
import { generateDataset } from '../../../fixtures/dataset';
import { handlersOf } from '../ask';
import { read } from './read';

// The requirements class "OpenAPI 3.0" of OGC 17-069r4. That every answer of every test is as the document describes it is
// held by tests/api/described.ts.

const atlas = handlersOf();
const description = () => read<OpenapiDocument>(atlas, '/openapi.json');

interface Parameter {
	name: string;
	in: string;
	required: boolean;
	style: string;
	explode: boolean;
	schema: Record<string, unknown>;
}

test.each([
	['the small dataset', atlas],
	['a generated one', handlersOf(generateDataset({ features: 20, claims: 50, seed: 1 }))]
])('/req/oas30/oas-definition-1, oas-definition-2: of %s is a valid document of OpenAPI 3.0', async (_, asked) => {
	const { valid, errors } = await new Validator().validate(await read<Record<string, unknown>>(asked, '/openapi.json'));
	expect(errors).toBeUndefined();
	expect(valid).toBe(true);
});

test('/req/oas30/oas-impl: every address that it describes is there, with every parameter', async () => {
	const { paths, components } = await description();
	const examples: Record<string, string> = {
		layerId: 'coast',
		featureId: 'harbour',
		claimId: 'c-1.harbour',
		tileMatrix: '0',
		tileRow: '0',
		tileCol: '0'
	};
	for (const [path, { get }] of Object.entries(paths)) {
		const address = path === '/' ? '' : path.replace(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? '');
		const taken = parametersOf(get, components).filter((parameter) => parameter.in === 'query');
		const query = new URLSearchParams(taken.map(({ name, schema }) => [name, valueOf(name, schema)]));
		// A token is only what another page gave.
		query.delete('token');
		expect((await atlas.api(`${address}?${query}`)).status, address).toBe(200);
	}
});

test('/req/oas30/security: asks for no credentials, and every address is there without any', async () => {
	const document = await description();
	expect(document).not.toHaveProperty('security');
	expect(document.components).not.toHaveProperty('securitySchemes');
	for (const { get } of Object.values(document.paths)) {
		expect(get).not.toHaveProperty('security');
		expect(Object.keys(get.responses)).not.toEqual(expect.arrayContaining(['401']));
	}
});

describe('/req/oas30/completeness, exception-codes', () => {
	test('every operation says what it answers with, and how it can fail', async () => {
		for (const [path, { get }] of Object.entries((await description()).paths)) {
			const isPart = path.includes('{');
			const isTile = path.includes('{tileCol}');
			const statuses = ['200', ...(isTile ? ['204'] : []), '304', '400', ...(isPart ? ['404'] : []), '406', '500'];
			expect(Object.keys(get.responses), path).toEqual(statuses);
		}
	});

	test('every operation has a name of its own', async () => {
		const names = Object.values((await description()).paths).map(({ get }) => get.operationId);
		expect(new Set(names).size).toBe(names.length);
	});

	test('every reference leads somewhere', async () => {
		const document = await description();
		for (const [, reference = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
			let at: unknown = document;
			for (const part of reference.split('/')) at = (at as Record<string, unknown>)[part];
			expect(at, reference).toBeDefined();
		}
	});
});

describe('the parameters of items', () => {
	const itemParameters = async () => {
		const { paths, components } = await description();
		return new Map(parametersOf(paths['/collections/features/items']!.get, components).map((one) => [one.name, one]));
	};

	test('/req/core/fc-limit-definition, fc-bbox-definition, fc-time-definition: are as the standard has them', async () => {
		const parameters = await itemParameters();
		expect(parameters.get('limit')).toMatchObject({ in: 'query', required: false, style: 'form', explode: false });
		expect(parameters.get('limit')?.schema).toEqual({ type: 'integer', minimum: 1, maximum: 10_000, default: 100 });
		expect(parameters.get('bbox')).toMatchObject({ in: 'query', required: false, style: 'form', explode: false });
		expect(parameters.get('bbox')?.schema).toMatchObject({ type: 'array', minItems: 4, maxItems: 6 });
		expect(parameters.get('datetime')).toMatchObject({ in: 'query', required: false, style: 'form', explode: false });
		expect(parameters.get('datetime')?.schema).toEqual({ type: 'string' });
	});

	test('limit is where QGIS looks for it', async () => {
		const { components } = await description();
		expect(components.parameters['limit']).toMatchObject({ name: 'limit', schema: { maximum: 10_000 } });
	});

	test('name the ids that can be asked for', async () => {
		const { schema } = (await itemParameters()).get('topic') ?? {};
		expect(schema).toEqual({ type: 'array', items: { type: 'string', enum: ['ships', 'talks', 'unused'] } });
	});
});

/** A value that a parameter takes: the first that its schema names, else one of ours. */
function valueOf(name: string, { enum: choices, items }: Record<string, unknown>): string {
	const [first] = (choices ?? (items as { enum?: unknown } | undefined)?.enum ?? []) as string[];
	const ours: Record<string, string> = { bbox: '0,0,1,1', datetime: '2024-12-09', filter: 'TRUE', limit: '1', q: 'a' };
	return first ?? ours[name] ?? 'x';
}

function parametersOf({ parameters }: Operation, components: OpenapiDocument['components']): Parameter[] {
	return parameters.map(({ $ref }) => components.parameters[String($ref).split('/').at(-1) ?? '']!);
}
