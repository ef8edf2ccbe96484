import { atom } from './atom';
import type { FeedFormat } from './feed';
import { jsonFeed } from './json-feed';

/** Every format in which claims are fed, in the order in which they are offered. */
export const FEED_FORMATS: readonly FeedFormat[] = [atom, jsonFeed];

/** The format of an extension; undefined for one that the atlas does not write. */
export function feedFormatOf(extension: string): FeedFormat | undefined {
	return FEED_FORMATS.find((format) => format.extension === extension);
}
