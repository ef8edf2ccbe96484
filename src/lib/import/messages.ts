import { daysOf, isoDate } from '$lib/domain/interval';
import { Refused } from './issues';
import { itemsOf, jsonOf, membersOf } from './json-value';
import { plainNumber } from './plain-number';
import type { Found, Reading } from './file-reading';

type Json = Readonly<Record<string, unknown>>;

/** How the archive of X begins its tweets. */
const TWEETS = /^\s*window\.YTD\.tweets?\.part\d+\s*=\s*(?=\[)/;

/**
 * The messages with places of an export of all chats of Telegram (result.json) or of an archive of X, formerly Twitter (tweets.js); null
 * for any other text. Messages without a place are counted.
 */
export function readMessages(text: string, reading: Reading): Found | null {
	const [tweets] = TWEETS.exec(text) ?? [];
	const isX = tweets !== undefined;
	if (!isX && !isTelegram(text)) return null;
	const format = isX ? 'X archive' : 'Telegram export';
	const all = jsonOf(isX ? text.slice(tweets.length).trimEnd().replace(/;$/, '') : text);
	if (all === undefined) {
		throw new Refused(`This ${format} is not whole JSON: it may have been cut off. Nothing of it was read.`, {
			format
		});
	}
	const messages = isX ? itemsOf(all).map((one) => membersOf(membersOf(one)['tweet'] ?? one)) : telegramMessages(all);
	let left = 0;
	for (const message of messages) {
		if (reading.isFull) {
			left += 1;
			continue;
		}
		const place = isX ? placeOfTweet(message) : membersOf(message['location_information']);
		const coordinates = [numberOf(place['longitude']), numberOf(place['latitude'])];
		if (place['longitude'] === undefined && place['latitude'] === undefined) {
			reading.leaveOut('message without a place', 'messages without a place');
		} else if (coordinates.some(Number.isNaN)) {
			reading.skip('Its latitude and longitude are not numbers. It was left out.');
		} else {
			const properties = isX ? tweetProperties(message) : telegramProperties(message);
			reading.feature({ type: 'Point', coordinates }, properties);
		}
	}
	reading.cutOff(left);
	return { format, empty: 'None of the messages has a place.' };
}

/** Whether a text begins as Telegram's export of all chats does; that of one chat is a list of records like others. */
function isTelegram(text: string): boolean {
	return /^\s*\{/.test(text.slice(0, 1000)) && /"about"\s*:/.test(text.slice(0, 4000)) && /"chats"\s*:\s*\{/.test(text);
}

function telegramMessages(all: unknown): Json[] {
	const root = membersOf(all);
	const chats = Array.isArray(root['messages'])
		? [root]
		: ['chats', 'left_chats'].flatMap((name) => itemsOf(membersOf(root[name])['list']).map(membersOf));
	return chats.flatMap((chat) =>
		itemsOf(chat['messages']).map((message) => ({ chat: chat['name'], ...membersOf(message) }))
	);
}

/** What a message says of itself, its text as one. The same instants as seconds, and its text in parts, are not repeated. */
function telegramProperties(message: Json): Json {
	const repeated = new Set(['location_information', 'text_entities', 'date_unixtime', 'edited_unixtime', 'text']);
	const rest = Object.fromEntries(Object.entries(message).filter(([name]) => !repeated.has(name)));
	const { text } = message;
	const words =
		itemsOf(text).length > 0
			? itemsOf(text)
					.map((part) => (typeof part === 'string' ? part : textOf(membersOf(part)['text'])))
					.join('')
			: text;
	return { ...rest, text: words };
}

function placeOfTweet(tweet: Json): Json {
	for (const name of ['coordinates', 'geo']) {
		const { type, coordinates } = membersOf(tweet[name]);
		const [first, second] = itemsOf(coordinates);
		if (type !== 'Point' || first === undefined) continue;
		return name === 'coordinates' ? { longitude: first, latitude: second } : { latitude: first, longitude: second };
	}
	return {};
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

function tweetProperties(tweet: Json): Json {
	const { id_str: id, full_text: text, created_at: created, lang, place } = tweet;
	const [, month = '', dayOfMonth, time = '', year] =
		/^\w{3} (\w{3}) (\d\d) (\d\d:\d\d:\d\d) \+0000 (\d{4})$/.exec(String(created)) ?? [];
	const day = isoDate(Number(year), MONTHS.indexOf(month) / 3 + 1, Number(dayOfMonth));
	// A day that the calendar lacks stays as it is written.
	const date = daysOf(day) ? `${day}T${time}Z` : created;
	return { id, text, date, lang, place: membersOf(place)['full_name'] };
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number {
	return typeof value === 'number' ? value : typeof value === 'string' ? plainNumber(value) : Number.NaN;
}
