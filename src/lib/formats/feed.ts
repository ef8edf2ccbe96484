/** A feed of claims, before it is written as Atom or JSON Feed. Addresses have scheme and host; days are year-month-day. */
export interface Feed {
	title: string;
	description: string;
	/** The page that shows the same claims. */
	home: string;
	/** The feed's own address. */
	self: string;
	/** The day on which the dataset was last changed. */
	updated: string;
	creator: string;
	licence: { name: string; url: string };
	entries: readonly FeedEntry[];
}

/** One claim. */
export interface FeedEntry {
	/** The address of the claim, which stays its own: what a reader knows it by. */
	address: string;
	title: string;
	/** What is said, by whom, when and where. */
	text: string;
	/** Who said it first. */
	author: string;
	/** The day on which it was said; null where that is not known to the day. */
	published: string | null;
	/** The day of the version that added the claim or last changed it. */
	updated: string;
	/** The document, where it can be read. */
	source: { title: string; address: string | null };
	about: readonly { title: string; address: string }[];
	topics: readonly { id: string; title: string }[];
}

/** The kinds of feeds, for links: what a page must know of them without writing one. */
export const FEED_KINDS = [
	{ id: 'atom', title: 'Atom', extension: 'atom', type: 'application/atom+xml' },
	{ id: 'json-feed', title: 'JSON Feed', extension: 'json', type: 'application/feed+json' }
] as const;

/** A way to write a feed. */
export interface FeedFormat {
	id: (typeof FEED_KINDS)[number]['id'];
	/** How its address ends, without the dot. */
	extension: (typeof FEED_KINDS)[number]['extension'];
	mediaType: string;
	/** Version of what we write; it changes when the same feed would be written otherwise. */
	version: number;
	serialise(feed: Feed): string;
}

/**
 * A day as the instant that feeds ask for (RFC 3339). Noon in UTC is the same day from twelve hours west of Greenwich to
 * almost twelve east of it, where midnight would be the day before for every reader in the Americas.
 */
export function noonOf(day: string): string {
	return `${day}T12:00:00Z`;
}

/** The longest title of an entry. */
const TITLE_LENGTH = 120;

/** A text as a title: without its full stop, cut between two words where it is long. */
export function titleFrom(text: string): string {
	const title = text.replace(/\.$/, '');
	return title.length <= TITLE_LENGTH ? title : `${title.slice(0, TITLE_LENGTH).replace(/\s+\S*$/, '')}…`;
}
