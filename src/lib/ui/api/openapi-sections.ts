import { type Json, type JsonObject, textOf } from './api-document';
import { code, propertyTable, type Section } from './sections';
import { typeWords } from './type-words';

/** What the page reads of an OpenAPI document. */
interface Openapi {
	tags: readonly { name: string; description: string }[];
	paths: Readonly<Record<string, { get: Operation }>>;
	components: {
		parameters: Readonly<Record<string, { name: string; in: string; description: string; schema: JsonObject }>>;
		responses: Readonly<Record<string, { description: string }>>;
		schemas: Readonly<Record<string, JsonObject>>;
	};
}

interface Operation {
	tags: readonly string[];
	summary: string;
	parameters: readonly { $ref: string }[];
	responses: Readonly<Record<string, { $ref?: string; description?: string; content?: JsonObject }>>;
}

/** An OpenAPI document as tables: the operations of each tag, what they answer, parameters, and what items have. */
export function openapiSections(document: JsonObject): Section[] {
	const { tags, paths, components } = document as unknown as Openapi;
	const operations = Object.entries(paths);
	const statuses = new Map(operations.flatMap(([, { get }]) => Object.entries(get.responses)));
	statuses.delete('200');
	return [
		...tags.map(({ name, description }): Section => {
			return {
				title: name,
				text: description,
				columns: ['Address', 'Parameters', 'Answers'],
				rows: operations
					.filter(([, { get }]) => get.tags.includes(name))
					.map(([path, { get }]) => [
						[code(`GET ${path}`), `${get.summary}.`],
						get.parameters.flatMap(({ $ref }, index) => [
							...(index > 0 ? [', '] : []),
							code(components.parameters[lastOf($ref)]?.name ?? '', `#parameter-${lastOf($ref)}`)
						]),
						Object.entries(get.responses)
							.map(([status, { content = {} }]) => [status, Object.keys(content).join(', ')].join(' ').trim())
							.join('; ')
					])
			};
		}),
		{
			title: 'Statuses',
			text: 'Beside 200. What cannot be answered is a problem (RFC 9457), with a sentence that says why.',
			columns: ['Status', 'What it means'],
			rows: [...statuses].map(([status, { $ref = '', description = '' }]) => [
				status,
				components.responses[lastOf($ref)]?.description ?? description
			])
		},
		{
			title: 'Parameters',
			text: 'Any other parameter is refused, so that a misspelled one is not taken for an unfiltered answer; so is one without a value.',
			columns: ['Parameter', 'Type', 'What it is'],
			rows: Object.entries(components.parameters).map(([key, { name, in: place, description, schema }]) => [
				{ ...code(name), id: `parameter-${key}` },
				`${typeWords(schema)}, in the ${place}`,
				[description, ...limits(schema)].join(' ')
			])
		},
		...['feature', 'claim'].map((name): Section => {
			const schema = components.schemas[name]?.['properties'] as unknown as { properties: { properties: JsonObject } };
			return { ...propertyTable(schema.properties.properties), title: `What a ${name} has` };
		})
	];
}

function limits({ default: usual, maximum }: Readonly<Record<string, Json>>): string[] {
	return [
		...(usual === undefined ? [] : [`Where it is not set: ${textOf(usual)}.`]),
		...(maximum === undefined ? [] : [`At most ${textOf(maximum)}.`])
	];
}

function lastOf(reference: string): string {
	return reference.split('/').at(-1) ?? '';
}
