import type { Catalogue } from '$lib/domain/catalogue';
import { type ApiLinks, type Link, selfAndAlternates, TILESETS_REL, TILING_SCHEMES_REL } from './api-links';
import { DOCUMENTS, HTML_PAGE, JSON_DOCUMENT, OPENAPI } from './representation';

/** The landing page (OGC 17-069r4, schema `landingPage`). */
export type LandingDocument = ReturnType<typeof landingDocument>;

/** `/api`. */
export function landingDocument({ info }: Catalogue, links: ApiLinks) {
	const document = (rel: string, title: string, href: string): Link => ({
		rel,
		type: JSON_DOCUMENT.mediaType,
		title,
		href
	});
	return {
		title: info.title,
		description: info.description,
		links: [
			...selfAndAlternates(links.root, JSON_DOCUMENT, DOCUMENTS),
			{
				rel: 'service-desc',
				type: OPENAPI.mediaType,
				title: 'The API, described for programs',
				href: links.to('openapi.json')
			},
			{ rel: 'service-doc', type: HTML_PAGE.mediaType, title: 'The API, described for people', href: links.to('docs') },
			document('conformance', 'What the API conforms to', links.to('conformance')),
			document('data', 'The collections', links.to('collections')),
			document(TILESETS_REL, 'The features as vector tiles', links.to('tiles')),
			document(TILING_SCHEMES_REL, 'How tiles are laid out', links.to('tileMatrixSets')),
			...links.ofData(info)
		]
	};
}
