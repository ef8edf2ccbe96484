import type { CitationFormat } from './citation-format';

/** CSL-JSON: the items as Citation Style Language's input schema has them. The paragraph is the item's locator. */
export const cslJson: CitationFormat = {
	id: 'csl-json',
	title: 'CSL-JSON',
	description: 'for Zotero, Pandoc and other processors of Citation Style Language',
	extension: 'json',
	mediaType: 'application/vnd.citationstyles.csl+json',
	version: 1,
	serialise(references) {
		const items = references.map(({ item, paragraph }) =>
			paragraph === null ? item : { ...item, locator: `para. ${paragraph}` }
		);
		return `${JSON.stringify(items, null, '\t')}\n`;
	}
};
