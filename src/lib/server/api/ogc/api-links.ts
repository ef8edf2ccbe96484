import type { ItemKind } from '$lib/server/store/store';
import { ABOUT_HREF, API_HREF, claimHref, exportHref, featureHref, layerHref, withParameter } from '$lib/app/links';
import type { DatasetInfo } from '$lib/domain/dataset';
import { HTML_PAGE, type Representation } from './representation';

/** A link (OGC 17-069r4, schema `link`; RFC 8288). */
export interface Link {
	href: string;
	rel: string;
	type?: string;
	title?: string;
	/** Whether the address has parts in braces, which stand for something else (RFC 6570). */
	templated?: boolean;
}

/** Link relations that are not registered with IANA but are OGC's. */
export const QUERYABLES_REL = 'http://www.opengis.net/def/rel/ogc/1.0/queryables';

export const TILESETS_REL = 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector';
export const TILING_SCHEME_REL = 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme';
export const TILING_SCHEMES_REL = 'http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes';

/** The tile matrix set of every web map (OGC 17-083r4, annex D.1): squares of Web Mercator, each split into four. */
export const WEB_MERCATOR_QUAD = {
	id: 'WebMercatorQuad',
	title: 'Web Mercator, in quarters',
	uri: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad',
	crs: 'http://www.opengis.net/def/crs/EPSG/0/3857'
} as const;

/** Every address of the API, absolute: nothing else in the API makes one. */
export class ApiLinks {
	/** Scheme, host and port. */
	readonly origin: string;

	constructor(origin: string) {
		this.origin = origin;
	}

	get root(): string {
		return this.origin + API_HREF;
	}

	/** The address of a resource, by the segments of its path after `/api`. */
	to(...segments: readonly string[]): string {
		return [this.root, ...segments.map(encodeURIComponent)].join('/');
	}

	collection(id: string): string {
		return this.to('collections', id);
	}

	items(id: string): string {
		return this.to('collections', id, 'items');
	}

	item(collection: string, item: string): string {
		return this.to('collections', collection, 'items', item);
	}

	tileset(): string {
		return this.to('tiles', WEB_MERCATOR_QUAD.id);
	}

	tileMatrixSet(): string {
		return this.to('tileMatrixSets', WEB_MERCATOR_QUAD.id);
	}

	/** The atlas's own page of an item. */
	about(
		items: ItemKind,
		{ feature, claims }: { feature: { id: string }; claims: readonly { id: string; source: string }[] }
	): string {
		const [claim] = claims;
		return this.origin + (items === 'claims' && claim ? claimHref(claim.source, claim.id) : featureHref(feature.id));
	}

	/** What the data may be used for, and how it was made. */
	ofData({ licence }: DatasetInfo): Link[] {
		const type = HTML_PAGE.mediaType;
		return [
			{ rel: 'license', type, title: licence.name, href: licence.url },
			{ rel: 'describedby', type, title: 'How the data was made', href: this.origin + ABOUT_HREF }
		];
	}

	/** All of a collection as one file. */
	whole(items: ItemKind, layer: string | null): string {
		return this.origin + (layer !== null ? layerHref(layer) : exportHref(items === 'claims' ? 'csv' : 'geojson'));
	}
}

/** A link to the document itself, and one to each other representation of it. */
export function selfAndAlternates(href: string, shown: Representation, offered: readonly Representation[]): Link[] {
	return [
		{ rel: 'self', type: shown.mediaType, title: 'This document', href },
		...offered
			.filter((other) => other !== shown)
			.map(({ f, title, mediaType }) => ({
				rel: 'alternate',
				type: mediaType,
				title: `This document as ${title}`,
				href: withParameter(href, 'f', f)
			}))
	];
}

/** How many characters of links a header may have: proxies and clients refuse much more. */
const MOST_IN_HEADER = 6000;

/** Links as a header (RFC 8288, section 3), which has addresses only. */
export function linkHeader(links: readonly Link[]): string {
	const addresses = inOrderOfUse(links.filter(({ templated }) => !templated));
	return cutHeader(addresses.map(linkInHeader).join(', '), addresses[0]?.rel === 'next');
}

/** Links with that to the next page first: whoever has a file by pages finds it in the header alone. */
export function inOrderOfUse(links: readonly Link[]): Link[] {
	return links.toSorted((one, other) => Number(other.rel === 'next') - Number(one.rel === 'next'));
}

/** A link as it stands in a header. */
export function linkInHeader({ href, rel, type }: Link): string {
	return `<${href}>; rel="${rel}"${type === undefined ? '' : `; type="${type.replace(/["\\]/g, '\\$&')}"`}`;
}

/** A header of links without those for which there is no room: the last. The first stays, however long, where it is needed. */
export function cutHeader(header: string, needsFirst: boolean): string {
	if (header.length <= MOST_IN_HEADER) return header;
	const least = needsFirst ? header.indexOf(', <') : 0;
	return header.slice(0, Math.max(least, header.lastIndexOf(', <', MOST_IN_HEADER)));
}
