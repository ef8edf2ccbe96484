/** A link of the API's documents (OGC 17-069r4, schema `link`). */
export interface ApiLink {
	href: string;
	rel: string;
	type?: string;
	title?: string;
	templated?: boolean;
}

/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, Json>>;

/** An item as the API writes it. */
export type ApiItem = JsonObject & { id: string; geometry: Json; properties: JsonObject };

/** A document of the API as any client reads it. */
export type ApiDocument = JsonObject & { title?: string; description?: string };

/** The links of a document, or of what stands in one. */
export function linksOf({ links }: JsonObject): readonly ApiLink[] {
	return (links ?? []) as unknown as readonly ApiLink[];
}

/** Where the first link of a relation leads to; nowhere without one. */
export function hrefOf(document: JsonObject, rel: string): string | undefined {
	return linksOf(document).find((link) => link.rel === rel)?.href;
}

/** The items of a page of items, or the one that a document is; none in any other. */
export function itemsOf(document: JsonObject): readonly ApiItem[] {
	if (document['type'] === 'FeatureCollection') return document['features'] as unknown as readonly ApiItem[];
	return document['type'] === 'Feature' ? [document as ApiItem] : [];
}

/** A value as text. */
export function textOf(value: Json | undefined): string {
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
