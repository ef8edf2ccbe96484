import type { Extent } from '$lib/domain/extent';
import type { GeometryExtent } from '$lib/domain/georeference';
import { claimHref, featureHref } from '$lib/app/links';
import { dateWords } from '$lib/words/edtf-words';
import { DRAWN_WORDS } from '$lib/words/placement-words';
import { extentWords } from '../pages/frame';
import { type ApiItem, hrefOf, type Json, type JsonObject, textOf } from './api-document';
import { typeWords } from './type-words';

/** A piece of text: with where it leads, and how it looks. */
export interface Part {
	text: string | number;
	href?: string | undefined;
	look?: 'code' | 'soft' | 'claim';
	/** What the fragment of an address names it by. */
	id?: string;
}

/** What stands in a cell of a table; figures are numbers. */
export type Cell = string | number | Part | readonly (string | Part)[];

export type Row = readonly [heading: Cell, ...cells: Cell[]];

/** A part of a page: a heading, a paragraph, text to be typed elsewhere, a table, as far as it has them. */
export interface Section {
	title?: string;
	text?: Cell;
	samples?: readonly { title: string; text: string }[];
	columns?: readonly string[];
	rows?: readonly Row[];
}

/** What stands elsewhere on the page, or is of no use to a reader. */
const ELSEWHERE = ['title', 'description', 'links', 'type', '$schema', '$id', 'additionalProperties'];

/** A document as facts and tables, by its shape alone: each list of objects and each set of properties is a table. */
export function sectionsOf(document: JsonObject): Section[] {
	const facts: Row[] = [];
	const tables: Section[] = [];
	for (const [name, value] of Object.entries(document)) {
		const title = labelOf(name);
		if (ELSEWHERE.includes(name)) continue;
		if (name === 'properties') tables.push({ title, ...propertyTable(value as JsonObject) });
		else if (!isList(value) || !isObject(value[0])) facts.push([[title, code(name)], inLine(cellOf(value, name))]);
		else if (value.length === 1 && !hrefOf(value[0], 'self')) tables.push(...sectionsOf(inner(value[0])));
		else tables.push({ title, ...tableOf(value as readonly JsonObject[]) });
	}
	return [...(facts.length > 0 ? [{ columns: ['Property', 'Value'], rows: facts }] : []), ...tables];
}

/** Things as a table that leads to them. A column that says the same of each, or nothing, is left out. */
function tableOf(things: readonly JsonObject[]): Section {
	const names = Object.keys(things[0] ?? {}).filter((name, index) => {
		const values = new Set(things.map((thing) => JSON.stringify(thing[name])));
		return index > 0 && !['title', 'links'].includes(name) && (values.size > 1 || things.length === 1);
	});
	const [first = ''] = Object.keys(things[0] ?? {});
	return {
		columns: [labelOf(things[0]?.['title'] ? 'title' : first), ...names.map(labelOf)],
		rows: things.map((thing) => [
			headingOf(thing, thing[first] ?? ''),
			...names.map((name) => cellOf(thing[name] ?? null, name))
		])
	};
}

/** What a thing is called, with the name that programs have for it where that is another; a number is a figure. */
function headingOf({ title, ...thing }: JsonObject, first: Json): Cell {
	const text = textOf(title ?? first);
	if (Number.isFinite(Number(text))) return Number(text);
	const part = { text, href: hrefOf(thing, 'self') };
	return typeof thing['id'] === 'string' && title ? [part, code(thing['id'])] : part;
}

/** Properties of a JSON Schema, with their types in words. */
export function propertyTable(properties: JsonObject): Section {
	return {
		columns: ['Name', 'Type', 'What it is'],
		rows: Object.entries(properties as Record<string, JsonObject>).map(([name, schema]) => [
			code(name),
			typeWords(schema) + (schema['nullable'] === true ? ' or null' : ''),
			cellOf(schema['description'] ?? '')
		])
	};
}

/** Features as a table, each leading to its own page; `addressOf` gives the address of an item by its id. */
export function featureTable(
	items: readonly ApiItem[],
	addressOf: (id: string) => string,
	layers: readonly { id: string; title: string }[]
): Section {
	return {
		columns: ['Feature', 'Kind', 'Layer', 'Drawn', 'Claims'],
		rows: items.map(({ id, geometry, properties: { name, kind, layer, geometry_extent: extent, claims } }) => [
			{ text: textOf(name), href: addressOf(id) },
			textOf(kind),
			layers.find((one) => one.id === layer)?.title ?? textOf(layer),
			DRAWN_WORDS[geometry === null ? 'not-drawn' : (extent as GeometryExtent)],
			{ text: Number(claims), href: featureHref(id) }
		])
	};
}

/** Claims as a table, each leading to its own page. */
export function claimTable(items: readonly ApiItem[], addressOf: (id: string) => string): Section {
	return {
		columns: ['Claim', 'About', 'Who said it', 'Said', 'Source'],
		rows: items.map(({ id, properties }) => {
			const of = (name: string) => textOf(properties[name] ?? '');
			return [
				{ text: of('claim'), href: addressOf(id), look: 'claim' },
				{ text: of('feature'), href: featureHref(of('feature_id')) },
				of('origin'),
				dateWords(of('said'), 'short'),
				[{ text: of('source'), href: claimHref(of('source_id'), of('claim_id')) }, `, paragraph ${of('paragraph')}`]
			];
		})
	};
}

/** All properties of an item, by the names that programs know them by. */
export function itemTable({ properties }: ApiItem, columns: readonly { name: string; title: string }[]): Section {
	return {
		columns: ['Property', 'Value'],
		rows: columns.map(({ name, title }) => [[title, code(name)], inLine(cellOf(properties[name] ?? null))])
	};
}

/** A text in the letters of a program. */
export function code(text: string, href?: string): Part {
	return { text, look: 'code', href };
}

/** A value among others of other kinds: a figure is no column of figures there. */
function inLine(cell: Cell): Cell {
	return typeof cell === 'number' ? [{ text: cell }] : cell;
}

/** A value in words; an address leads to where it is. */
function cellOf(value: Json, name = ''): Cell {
	if (name === 'extent') return extentCell(value as unknown as CollectionExtent);
	if (value === null || (isList(value) && value.length === 0)) return { text: 'none', look: 'soft' };
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'number') return value;
	if (isList(value)) {
		return value.flatMap((member, index) => [...(index > 0 ? [', '] : []), partOf(member)]);
	}
	return [partOf(value)];
}

function partOf(value: Json): string | Part {
	const text = isObject(value) ? membersOf(value) : textOf(value);
	return /^https?:\/\//.test(text) ? { text, href: text } : text;
}

/** The members of an object in a line: "lower left 33.2, 32.2; upper right 42.6, 37.6". */
function membersOf(value: JsonObject): string {
	const words = Object.entries(value).map(
		([name, member]) =>
			`${labelOf(name).toLowerCase()} ${isList(member) ? member.map(textOf).join(', ') : textOf(member)}`
	);
	return words.join('; ');
}

interface CollectionExtent {
	spatial?: { bbox: readonly Extent[] };
	temporal?: { interval: readonly (readonly [string | null, string | null])[] };
}

/** Where the features of a collection lie, and when what is said of them was said. */
function extentCell({ spatial, temporal }: CollectionExtent): Cell {
	const [box] = spatial?.bbox ?? [];
	const [from, to] = (temporal?.interval[0] ?? []).map((moment) => moment?.slice(0, 10));
	const said = from ? (to ? `${from} to ${to}` : `from ${from} on`) : to && `until ${to}; the beginning is open`;
	return [...(box ? [extentWords(box)] : []), ...(said ? [`said ${said}`] : [])].join('; ');
}

/** A member's name as a heading: `tileMatrixSetLimits` is "Tile matrix set limits". */
function labelOf(name: string): string {
	if (name === 'crs' || name === 'uri') return name.toUpperCase();
	const words = name.replace(/[A-Z]+/g, (capital) => ` ${capital.length > 1 ? capital : capital.toLowerCase()}`);
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a list of one holds, with the schema of its properties as its own. */
function inner({ propertiesSchema, ...thing }: JsonObject): JsonObject {
	return propertiesSchema ? { ...thing, properties: (propertiesSchema as JsonObject)['properties'] ?? null } : thing;
}

function isList(value: Json | undefined): value is readonly Json[] {
	return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !isList(value);
}
