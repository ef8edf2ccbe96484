import { type FeedEntry, type FeedFormat, noonOf } from './feed';

/** JSON Feed 1.1 (jsonfeed.org). Features stand in the extension `_atlas`, as the format has no place for them. */
export const jsonFeed: FeedFormat = {
	id: 'json-feed',
	extension: 'json',
	mediaType: 'application/feed+json; charset=utf-8',
	version: 3,
	serialise({ title, description, home, self, creator, licence, entries }) {
		const feed = {
			version: 'https://jsonfeed.org/version/1.1',
			title,
			home_page_url: home,
			feed_url: self,
			description,
			language: 'en',
			authors: [{ name: creator }],
			_atlas: { licence },
			items: entries.map(writeItem)
		};
		return `${JSON.stringify(feed, null, '\t')}\n`;
	}
};

/** What is undefined of a claim is no member of what is written. */
function writeItem({ address, title, text, author, published, updated, source, about, topics }: FeedEntry): object {
	return {
		id: address,
		url: address,
		external_url: source.address ?? undefined,
		title,
		content_text: text,
		date_published: published === null ? undefined : noonOf(published),
		date_modified: noonOf(updated),
		authors: [{ name: author }],
		tags: topics.map((topic) => topic.title),
		_atlas: { features: about.map((feature) => ({ title: feature.title, url: feature.address })) }
	};
}
