import { withParameter } from '$lib/app/links';
import type { Catalogue } from '$lib/domain/catalogue';
import { claimColumns, featureColumns } from '$lib/formats/attributes';
import { counted } from '$lib/words/counted';
import { type ApiDocument, hrefOf, itemsOf, type JsonObject, linksOf, textOf } from './api-document';
import { openapiSections } from './openapi-sections';
import { claimTable, code, featureTable, itemTable, type Part, type Section, sectionsOf } from './sections';

/** A form other than a page, by the address that asks for it. */
interface Form {
	title: string;
	href: string;
	type: string;
}

/** What the page of a resource says. */
export interface ResourcePage {
	title: string;
	/** The first paragraph, and what a search engine is told. */
	lead: string;
	/** The forms, other than a page, in which it can be had. */
	forms: readonly Form[];
	buttons?: readonly Part[];
	sections: readonly Section[];
	/** The pages above this one, from the outermost. */
	path: readonly { href: string; title: string }[];
}

/** What a page is made from: its document, and one that stands beside it. */
export interface ResourceSource {
	/** The decoded segments of its path after `/api`. */
	segments: readonly string[];
	document: ApiDocument;
	/** All collections for the landing page, the items of a collection for that; empty for any other. */
	beside: ApiDocument;
	/** The address of the API, with scheme and host. */
	root: string;
	catalogue: Catalogue;
}

const STANDARDS = [
	['/ogcapi-features-1/', 'OGC API – Features, Part 1: Core'],
	['/ogcapi-features-3/', 'OGC API – Features, Part 3: Filtering'],
	['/cql2/', 'Common Query Language (CQL2)'],
	['/ogcapi-tiles-1/', 'OGC API – Tiles, Part 1: Core'],
	['/tms/', 'Two Dimensional Tile Matrix Set']
] as const;

/** What is said on the page of any resource: in our words where there are some, else as its document has it. */
export function resourcePage(source: ResourceSource): ResourcePage {
	const { segments, document } = source;
	const kind = segments.map((segment, index) => (index % 2 === 0 ? segment : ':id')).join('/');
	const { title = '', description = '' } = document;
	const words = WORDS[kind]?.(source);
	const sections = words?.sections ?? sectionsOf(document);
	return { title, lead: description, forms: formsOf(document), path: pathTo(source), ...words, sections };
}

const WORDS: Readonly<Record<string, (source: ResourceSource) => Partial<ResourcePage>>> = {
	'': ({ beside, root }) => ({
		title: 'The API',
		lead: 'Everything that the atlas knows, for programs: features with their geometry, and what each source says about them, claim by claim. It speaks OGC API – Features, so QGIS and GDAL read it as they are.',
		sections: [
			...sectionsOf({ collections: beside['collections'] ?? [] }),
			{
				title: 'Try it',
				samples: [
					{ title: 'QGIS: Layer, Add WFS / OGC API – Features Layer, with this address', text: root },
					{ title: 'GDAL: all claims as a GeoPackage', text: `ogr2ogr claims.gpkg OAPIF:${root} claims` },
					{
						title: 'Anywhere: what was said since 2025 about places in a box, as a table',
						text: `curl '${root}/collections/claims/items?bbox=35,34,37,36&datetime=2025-01-01/..&f=csv'`
					},
					{
						title: 'With a condition in CQL2',
						text: `curl -G '${root}/collections/features/items' --data-urlencode "filter=claims > 2 AND contested = true"`
					}
				]
			},
			{
				text: [
					'Anyone’s page may read it (CORS), without a key. Answers say when they change (',
					code('ETag'),
					'), come a page at a time with a link to the next, and what cannot be read is refused with a sentence that says why.'
				]
			}
		]
	}),
	conformance: ({ document }) => ({
		title: 'Conformance',
		lead: 'The parts of open standards that the API holds to, each by its own name.',
		sections: STANDARDS.map(([part, title]) => ({
			title,
			columns: ['Class', 'Its name'],
			rows: (document['conformsTo'] as readonly string[])
				.filter((uri) => uri.includes(part))
				.map((uri) => [uri.split('/').at(-1) ?? '', { text: uri, href: uri }])
		}))
	}),
	docs: ({ document, root }) => ({
		title: 'How to use the API',
		lead: 'Every address, its parameters, and what it answers. Programs find the same in the OpenAPI document, from which this page is made.',
		forms: [
			{ title: 'OpenAPI 3.0', href: `${root}/openapi.json`, type: 'application/vnd.oai.openapi+json;version=3.0' }
		],
		sections: [{ samples: [{ title: 'All addresses begin with', text: root }] }, ...openapiSections(document)]
	}),
	collections: () => ({ title: 'Collections', lead: 'All features, all claims, and each layer by itself.' }),
	'collections/:id': ({ document }) => ({
		buttons: [
			{ text: 'Look at the items', href: hrefOf(document, 'items') },
			{
				text: 'What they can be filtered by',
				href: hrefOf(document, 'http://www.opengis.net/def/rel/ogc/1.0/queryables')
			}
		]
	}),
	'collections/:id/queryables': ({ document, beside, segments, root }) => {
		const items = `${root}/${segments.slice(0, 2).join('/')}/items`;
		const example = exampleFrom(beside);
		const condition = `${example} AND S_INTERSECTS(geometry, BBOX(-180, -90, 180, 90))`;
		return {
			title: `What ${document.title} can be filtered by`,
			lead: 'A condition in CQL2 may name these properties. One that holds a list or several intervals satisfies a condition where any of its members does.',
			forms: [{ title: 'JSON Schema', href: `${textOf(document['$id'])}?f=json`, type: 'application/schema+json' }],
			buttons: [{ text: 'Try this condition', href: withParameter(items, 'filter', condition) }],
			sections: [{ samples: [{ title: 'For example', text: `filter=${condition}` }] }, ...sectionsOf(document)]
		};
	},
	'collections/:id/items': ({ document, segments, root, catalogue }) => {
		const items = itemsOf(document);
		const isOfClaims = segments[1] === 'claims';
		const addressOf = (id: string) => `${root}/${segments.join('/')}/${encodeURIComponent(id)}`;
		const all = counted(Number(document['numberMatched']), isOfClaims ? 'claim' : 'feature');
		const count = document['numberMatched'] === items.length ? all : `${items.length} of ${all}`;
		const placeless = items.filter(({ geometry }) => geometry === null);
		const undrawn = new Set(placeless.map(({ id, properties }) => properties['feature_id'] ?? id)).size;
		const why = ` ${counted(undrawn, 'place is', 'places are')} not drawn, because the sources do not say where.`;
		return {
			title: `Items of ${collectionTitle(document)}`,
			lead: `${count}.${undrawn > 0 ? why : ''}`,
			sections: [
				items.length === 0
					? { text: 'Nothing matches.' }
					: isOfClaims
						? claimTable(items, addressOf)
						: featureTable(items, addressOf, catalogue.layers)
			]
		};
	},
	'collections/:id/items/:id': ({ document, segments, catalogue }) => {
		const [item] = itemsOf(document);
		if (!item) return {};
		const { claim, feature, name } = item.properties;
		const isOfClaims = segments[1] === 'claims';
		return {
			title: isOfClaims ? `A claim about ${textOf(feature)}` : textOf(name),
			lead: isOfClaims ? textOf(claim) : `An item of ${collectionTitle(document)}, with all of its properties.`,
			buttons: [
				{
					text: isOfClaims ? 'Where its source has it' : 'What the sources say about it',
					href: hrefOf(document, 'about')
				}
			],
			sections: [
				{
					...(item.geometry === null && { text: 'Not drawn: the sources do not say where it is.' }),
					...itemTable(item, isOfClaims ? claimColumns(catalogue) : featureColumns(catalogue))
				}
			]
		};
	},
	tiles: () => ({
		title: 'Tiles',
		lead: 'All features cut into vector tiles, so that any map can draw them and ask only for what is in sight. They are Mapbox Vector Tiles of one layer, with TileJSON for the map that draws them. The page of a tileset has their address, the zooms that there are, and what each feature carries.'
	}),
	'tiles/:id': ({ document, root, segments }) => ({
		title: 'Vector tiles',
		sections: [
			{
				samples: [
					{
						title: 'MapLibre: the source; the id of its one layer stands below',
						text: `map.addSource('atlas', { type: 'vector', url: '${root}/${segments.join('/')}?f=tilejson' });`
					},
					{
						title: 'QGIS: Layer, Add Vector Tile Layer, New Generic Connection, with this address',
						text: `${root}/${segments.join('/')}/{z}/{y}/{x}`
					}
				],
				text: [
					'A map draws the last of the zooms closer still. A tile in which nothing lies is empty (204). Where ',
					code('geometry_extent'),
					' is ',
					code('somewhere-within'),
					', the place is only somewhere in that area: draw it so. Where it is ',
					code('seat'),
					', the feature is a body and no place.'
				]
			},
			...sectionsOf(document)
		]
	}),
	tileMatrixSets: () => ({
		title: 'Tile matrix sets',
		lead: 'How tiles are laid out: at which scales, from which corner, how many to a row. There is one, that of every web map. Its page has the scale of each zoom, and how many tiles cover the world there.'
	}),
	'tileMatrixSets/:id': () => ({
		lead: 'The tile matrix set of every web map: the world as a square, which each zoom splits into four. Rows and columns are counted from the north-west, from 0.'
	})
};

/** A condition that one of the items satisfies at least, for a page that shows how one is written. */
export function exampleFrom(page: JsonObject): string {
	const modality = itemsOf(page)[0]?.properties['modality'];
	return typeof modality === 'string' ? `modality = '${modality}'` : 'claims > 2';
}

/** The forms, other than a page, in which what a page shows can be had: each names itself by `f`, as a browser asks for pages. */
function formsOf(document: JsonObject): Form[] {
	return linksOf(document)
		.filter(({ rel, type }) => (rel === 'self' || rel === 'alternate') && type !== 'text/html')
		.map(({ href, title = '', type = '' }) => ({
			title: /^This document as (.+)$/.exec(title)?.[1] ?? (type === 'application/geo+json' ? 'GeoJSON' : 'JSON'),
			href: /[?&]f=/.test(href) ? href : `${href}${href.includes('?') ? '&' : '?'}f=json`,
			type
		}));
}

function collectionTitle(document: JsonObject): string {
	return linksOf(document).find(({ rel }) => rel === 'collection')?.title ?? '';
}

const TITLES: Readonly<Record<string, string>> = {
	collections: 'Collections',
	items: 'Items',
	tiles: 'Tiles',
	tileMatrixSets: 'Tile matrix sets'
};

function pathTo({ segments, document }: ResourceSource): { href: string; title: string }[] {
	return ['', ...segments].slice(0, -1).map((segment, index) => ({
		href: ['/api', ...segments.slice(0, index).map(encodeURIComponent)].join('/'),
		title: index === 0 ? 'API' : (TITLES[segment] ?? (collectionTitle(document) || document.title || segment))
	}));
}
