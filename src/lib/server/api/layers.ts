import { EVERYTHING } from '$lib/filter/criteria';
import { featureMembers } from '$lib/formats/geojson';
import { etagOf } from '$lib/server/http/etag';
import { DATA_HEADERS } from '$lib/server/http/headers';
import type { Store } from '$lib/server/store/store';
import { refuseParameters } from './parameters';
import { problem } from './problem';

/** `/layers/{layer}.geojson`: a layer as it stands, one FeatureCollection (RFC 7946), for anyone's map. */
export async function layerFile(store: Store, query: URLSearchParams, id: string): Promise<Response> {
	const { info, layers, fingerprint } = store.catalogue;
	const layer = layers.find((candidate) => candidate.id === id);
	if (!layer) {
		const known = layers.map((candidate) => candidate.id).join(', ');
		return problem('not-found', `There is no layer “${id.slice(0, 60)}”. There are ${known}.`);
	}
	const refusal = refuseParameters(query);
	if (refusal) return refusal;
	const features: object[] = [];
	for await (const { feature } of store.find({ ...EVERYTHING, layers: [id] })) features.push(featureMembers(feature));
	const collection = {
		type: 'FeatureCollection',
		atlas: {
			title: info.title,
			version: info.version,
			date: info.date,
			fingerprint,
			licence: info.licence,
			layer: { id, title: layer.title, description: layer.description }
		},
		features
	};
	return new Response(`${JSON.stringify(collection)}\n`, {
		headers: {
			...DATA_HEADERS,
			'Content-Type': 'application/geo+json',
			ETag: etagOf('layer', id, fingerprint),
			'Cache-Control': 'public, no-cache'
		}
	});
}
