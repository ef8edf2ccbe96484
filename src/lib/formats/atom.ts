import { type FeedEntry, type FeedFormat, noonOf } from './feed';
import { escapeXml } from './xml';

/** Atom (RFC 4287), with the licence as RFC 4946 links it. */
export const atom: FeedFormat = {
	id: 'atom',
	extension: 'atom',
	mediaType: 'application/atom+xml; charset=utf-8',
	version: 3,
	serialise({ title, description, home, self, updated, creator, licence, entries }) {
		const head = [
			element('id', self),
			element('title', title),
			element('subtitle', description),
			element('updated', noonOf(updated)),
			link('self', self, { type: 'application/atom+xml' }),
			link('alternate', home, { type: 'text/html' }),
			link('license', licence.url),
			`<author>${element('name', creator)}</author>`,
			element('rights', licence.name)
		];
		return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n${[
			...head,
			...entries.map(writeEntry)
		].join('\n')}\n</feed>\n`;
	}
};

function writeEntry({ address, title, text, author, published, updated, source, about, topics }: FeedEntry): string {
	const members = [
		element('id', address),
		element('title', title),
		element('updated', noonOf(updated)),
		...(published === null ? [] : [element('published', noonOf(published))]),
		`<author>${element('name', author)}</author>`,
		link('alternate', address, { type: 'text/html' }),
		...about.map((feature) => link('related', feature.address, { type: 'text/html', title: feature.title })),
		...(source.address === null ? [] : [link('via', source.address, { title: source.title })]),
		...topics.map(({ id, title: label }) => `<category${attributes({ term: id, label })}/>`),
		element('summary', text)
	];
	return `<entry>\n${members.join('\n')}\n</entry>`;
}

function element(name: string, text: string): string {
	return `<${name}>${escapeXml(text)}</${name}>`;
}

function link(rel: string, href: string, others: Readonly<Record<string, string>> = {}): string {
	return `<link${attributes({ rel, href, ...others })}/>`;
}

function attributes(values: Readonly<Record<string, string>>): string {
	return Object.entries(values)
		.map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
		.join('');
}
