import type { Catalogue } from '$lib/domain/catalogue';
import { type ApiLinks, type Link, selfAndAlternates, TILESETS_REL, TILING_SCHEMES_REL } from './api-links';
import { DOCUMENTS, HTML_PAGE, JSON_DOCUMENT, OPENAPI } from './representation';

/** The landing page (OGC 17-069r4, schema `landingPage`). */
export interface LandingDocument {
	title: string;
	description: string;
	links: Link[];
}

/** `/api`. */
export function landingDocument({ info }: Catalogue, links: ApiLinks): LandingDocument {
	return {
		title: info.title,
		description: info.description,
		links: [
			...selfAndAlternates(links.root, JSON_DOCUMENT, DOCUMENTS),
			{ rel: 'service-desc', type: OPENAPI.mediaType, title: 'The API, described for programs', href: links.openapi() },
			{ rel: 'service-doc', type: HTML_PAGE.mediaType, title: 'The API, described for people', href: links.docs() },
			{
				rel: 'conformance',
				type: JSON_DOCUMENT.mediaType,
				title: 'What the API conforms to',
				href: links.conformance()
			},
			{ rel: 'data', type: JSON_DOCUMENT.mediaType, title: 'The collections', href: links.collections() },
			{
				rel: TILESETS_REL,
				type: JSON_DOCUMENT.mediaType,
				title: 'The features as vector tiles',
				href: links.tilesets()
			},
			{
				rel: TILING_SCHEMES_REL,
				type: JSON_DOCUMENT.mediaType,
				title: 'How tiles are laid out',
				href: links.tileMatrixSets()
			},
			{ rel: 'license', type: HTML_PAGE.mediaType, title: info.licence.name, href: info.licence.url },
			{ rel: 'describedby', type: HTML_PAGE.mediaType, title: 'How the data was made', href: links.method() }
		]
	};
}
