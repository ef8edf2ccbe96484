import type { Catalogue } from '$lib/domain/catalogue';
import type { Criteria } from '$lib/filter/criteria';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { type ExportHeader, headerOf } from '$lib/formats/header';
import { addressesOf, bytesOf } from '$lib/server/api/export';
import { writerOf } from '$lib/server/files/writers';
import type { HeaderTable } from '$lib/server/http/headers';
import type { HttpResponse } from '$lib/server/http/message';
import type { OgcApi } from './ogc-api';
import type { FileFormat } from './representation';

/** What a file is made of. */
interface FileContent {
	format: FileFormat;
	criteria: Criteria;
	/** The items that it holds, as matches. */
	matches: () => Iterable<FeatureWithClaims>;
	/** How it is called, without its extension. */
	name: string;
	headers: HeaderTable;
}

/**
 * Items as a file in one of the formats of exports. Whether they are features or claims, a file has each of their features
 * once, with those of its claims that are among them, so that all formats hold the same. It says when it was made, and so
 * is not given again.
 */
export async function fileResponse(
	{ store, links }: OgcApi,
	{ format, criteria, matches, name, headers }: FileContent
): Promise<HttpResponse> {
	const { catalogue } = store;
	const write = await writerOf(format.id);
	const held = byFeature(matches(), catalogue);
	const pieces = write({
		header: headerOf(catalogue, criteria, countsOf(held), new Date()),
		catalogue,
		addresses: addressesOf(catalogue, links.origin, criteria),
		matches: held
	});
	return {
		status: 200,
		headers: { ...headers, 'content-disposition': `attachment; filename="${name}.${format.extension}"` },
		body: bytesOf(pieces),
		cacheFor: 0
	};
}

/** Matches of which each feature has one; the features of a layer follow one another, as in the dataset. */
function byFeature(matches: Iterable<FeatureWithClaims>, { layers }: Catalogue): FeatureWithClaims[] {
	const indexOf = new Map(layers.map(({ id }, index) => [id, index]));
	const found = new Map<string, FeatureWithClaims>();
	for (const { feature, claims } of matches) {
		const known = found.get(feature.id);
		if (known) known.claims.push(...claims);
		else found.set(feature.id, { feature, claims: [...claims] });
	}
	const rank = ({ feature }: FeatureWithClaims) => indexOf.get(feature.layer) ?? layers.length;
	return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

function countsOf(matches: readonly FeatureWithClaims[]): ExportHeader['counts'] {
	return {
		features: matches.length,
		claims: new Set(matches.flatMap(({ claims }) => claims.map(({ id }) => id))).size,
		unplaced: matches.filter(({ feature }) => feature.geometry === null).length
	};
}
