import { citationFormat } from './citation-format';

/** CSL-JSON: the items as Citation Style Language's input schema has them. The paragraph is the item's locator. */
export const cslJson = citationFormat({
	id: 'csl-json',
	title: 'CSL-JSON',
	description: 'for Zotero, Pandoc and other processors of Citation Style Language',
	extension: 'json',
	mediaType: 'application/vnd.citationstyles.csl+json',
	version: 1,
	entry: ({ item, paragraph }) => writeItem(paragraph === null ? item : { ...item, locator: `para. ${paragraph}` }),
	frame: { start: '[\n', between: ',\n', end: '\n]\n' }
});

/** An item with a line for each of its members. */
function writeItem(item: object): string {
	const members = Object.entries(item).map(([name, value]) => `\t\t${JSON.stringify(name)}: ${JSON.stringify(value)}`);
	return `\t{\n${members.join(',\n')}\n\t}`;
}
