import type { Criteria } from '$lib/filter/criteria';
import type { Finding } from '$lib/domain/feature-with-claims';
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
	/** What it holds; read twice, once to be counted. */
	findings: () => Iterable<Finding>;
	/** How it is called, without its extension. */
	name: string;
	headers: HeaderTable;
}

/** Items as a file in one of the formats of exports. It says when it was made, and so is not given again. */
export async function fileResponse(
	{ store, links }: OgcApi,
	{ format, criteria, findings, name, headers }: FileContent
): Promise<HttpResponse> {
	const { catalogue } = store;
	const write = await writerOf(format.id);
	const pieces = write({
		header: headerOf(catalogue, criteria, countsOf(findings()), new Date()),
		catalogue,
		addresses: addressesOf(catalogue, links.origin, criteria),
		findings: findings()
	});
	return {
		status: 200,
		headers: { ...headers, 'content-disposition': `attachment; filename="${name}.${format.extension}"` },
		body: bytesOf(pieces),
		cacheFor: 0
	};
}

function countsOf(findings: Iterable<Finding>): ExportHeader['counts'] {
	const counts = { features: 0, claims: 0, unplaced: 0 };
	const seen = { features: new Set<string>(), claims: new Set<string>() };
	for (const { feature, claims } of findings) {
		if (!seen.features.has(feature.id) && feature.geometry === null) counts.unplaced++;
		seen.features.add(feature.id);
		for (const { id } of claims) seen.claims.add(id);
	}
	return { ...counts, features: seen.features.size, claims: seen.claims.size };
}
