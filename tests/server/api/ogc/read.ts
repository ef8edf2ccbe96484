import { expect } from 'vitest';
import type { Link } from '$lib/server/api/ogc/api-links';
import type { handlersOf } from '../ask';

type Atlas = ReturnType<typeof handlersOf>;

/** An item as the API writes it. */
export interface ReadItem {
	type: string;
	id: string;
	geometry: { type: string } | null;
	properties: Record<string, unknown>;
	links?: Link[];
	/** Of a feature that is asked for alone: what its claims answer. */
	answers?: Record<string, unknown>[];
}

/** A page of items as the API writes it. */
export interface ReadPage {
	type: string;
	features: ReadItem[];
	links: Link[];
	timeStamp: string;
	numberMatched: number;
	numberReturned: number;
}

/** The JSON at an address under `/api`, which must be there. */
export async function read<Document>(atlas: Atlas, address: string): Promise<Document> {
	const response = await atlas.api(address);
	expect(response.status, address).toBe(200);
	return (await response.json()) as Document;
}

/** A page of a collection's items under a query string. */
export function itemsOf(atlas: Atlas, query = '', collection = 'features'): Promise<ReadPage> {
	return read<ReadPage>(atlas, `/collections/${collection}/items${query}`);
}

/** The ids of a collection's items under a query string, which must fit on one page. */
export async function idsOf(atlas: Atlas, query: string, collection = 'features'): Promise<string[]> {
	const { features, numberMatched } = await itemsOf(atlas, query, collection);
	expect(features).toHaveLength(numberMatched);
	return features.map(({ id }) => id);
}

/** The address of the link of a relation, and a type where several have it, as it is asked for here. */
export function linkOf(links: readonly Link[], rel: string, type?: string): string | undefined {
	const link = links.find((candidate) => candidate.rel === rel && (type === undefined || candidate.type === type));
	return link?.href.replace(/^http:\/\/atlas\.example\/api(?=\/|\?|$)/, '');
}

/** What an address is refused with: a problem that names these parameters. */
export async function refusalOf(atlas: Atlas, address: string): Promise<string[]> {
	const response = await atlas.api(address);
	expect([response.status, response.headers.get('content-type')], address).toEqual([400, 'application/problem+json']);
	const { errors } = (await response.json()) as { errors: { parameter: string }[] };
	return errors.map(({ parameter }) => parameter);
}
