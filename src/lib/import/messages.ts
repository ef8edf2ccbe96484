import type { OwnChoice } from '$lib/domain/own-feature';
import { BinaryFeatures } from './binary-features';
import type { Found } from './own-draft';
import type { Issues } from './issues';
import { LeftOut } from './left-out';
import { plainNumber } from './plain-number';

type Json = Readonly<Record<string, unknown>>;

/** How the archive of X begins its tweets. */
const TWEETS = /^\s*window\.YTD\.tweets?\.part\d+\s*=\s*(?=\[)/;

/**
 * The messages with places of an export of all chats of Telegram (result.json) or of an archive of X, formerly Twitter (tweets.js); null
 * for any other text. Messages without a place are counted.
 */
export function readMessages(text: string, issues: Issues, choice: OwnChoice): Found | null {
	const [tweets] = TWEETS.exec(text) ?? [];
	if (tweets === undefined && !isTelegram(text)) return null;
	const format = tweets === undefined ? 'Telegram export' : 'X archive';
	const all = parse(tweets === undefined ? text : text.slice(tweets.length).trimEnd().replace(/;$/, ''));
	if (all === null) {
		issues.add('', `This ${format} is not whole JSON: it may have been cut off. Nothing of it was read.`);
		return { format, drafts: [] };
	}
	const features = new BinaryFeatures(issues, choice);
	const leftOut = new LeftOut();
	const messages =
		tweets === undefined ? telegramMessages(all) : listOf(all).map((one) => recordOf(recordOf(one)['tweet'] ?? one));
	let left = 0;
	for (const message of messages) {
		if (features.isFull) {
			left += 1;
			continue;
		}
		const place = tweets === undefined ? recordOf(message['location_information']) : placeOfTweet(message);
		const [longitude, latitude] = [numberOf(place['longitude']), numberOf(place['latitude'])];
		if (place['longitude'] === undefined && place['latitude'] === undefined) {
			leftOut.add('message without a place', 'messages without a place');
		} else if (Number.isNaN(longitude) || Number.isNaN(latitude)) {
			features.leaveOut('Its latitude and longitude are not numbers. It was left out.');
		} else {
			const properties = tweets === undefined ? telegramProperties(message) : tweetProperties(message);
			features.add({ type: 'Point', coordinates: [longitude, latitude] }, properties);
		}
	}
	leftOut.tell(issues);
	const drafts = features.end(left);
	if (drafts.length === 0 && issues.count === 0) issues.add('', 'None of the messages has a place.');
	return { format, drafts };
}

/** Whether a text begins as Telegram's export of all chats does; that of one chat is a list of records like others. */
function isTelegram(text: string): boolean {
	return /^\s*\{/.test(text.slice(0, 1000)) && /"about"\s*:/.test(text.slice(0, 4000)) && /"chats"\s*:\s*\{/.test(text);
}

function telegramMessages(all: unknown): Json[] {
	const root = recordOf(all);
	const chats = Array.isArray(root['messages'])
		? [root]
		: ['chats', 'left_chats'].flatMap((name) => listOf(recordOf(root[name])['list']).map(recordOf));
	return chats.flatMap((chat) =>
		listOf(chat['messages']).map((message) => ({ chat: chat['name'], ...recordOf(message) }))
	);
}

/** What a message says of itself, its text as one. The same instants as seconds, and its text in parts, are not repeated. */
function telegramProperties(message: Json): Json {
	const repeated = new Set(['location_information', 'text_entities', 'date_unixtime', 'edited_unixtime', 'text']);
	const rest = Object.fromEntries(Object.entries(message).filter(([name]) => !repeated.has(name)));
	const { text } = message;
	const words =
		listOf(text).length > 0
			? listOf(text)
					.map((part) => (typeof part === 'string' ? part : textOf(recordOf(part)['text'])))
					.join('')
			: text;
	return { ...rest, text: words };
}

function placeOfTweet(tweet: Json): Json {
	for (const name of ['coordinates', 'geo']) {
		const { type, coordinates } = recordOf(tweet[name]);
		const [first, second] = listOf(coordinates);
		if (type !== 'Point' || first === undefined) continue;
		return name === 'coordinates' ? { longitude: first, latitude: second } : { latitude: first, longitude: second };
	}
	return {};
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

function tweetProperties(tweet: Json): Json {
	const { id_str: id, full_text: text, created_at: created, lang, place } = tweet;
	const [, month = '', day = '', time, year] =
		/^\w{3} (\w{3}) (\d\d) (\d\d:\d\d:\d\d) \+0000 (\d{4})$/.exec(String(created)) ?? [];
	const date =
		year === undefined
			? created
			: `${year}-${String(MONTHS.indexOf(month) / 3 + 1).padStart(2, '0')}-${day}T${time ?? ''}Z`;
	return { id, text, date, lang, place: recordOf(place)['full_name'] };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return null;
	}
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number {
	return typeof value === 'number' ? value : typeof value === 'string' ? plainNumber(value) : Number.NaN;
}

function recordOf(value: unknown): Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
