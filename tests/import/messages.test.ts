import { expect, test } from 'vitest';
import { readText } from './reading';

const chat = (...messages: object[]) => {
	const list = [
		{
			name: 'Group',
			type: 'private_supergroup',
			id: 1,
			messages: messages.map((one, id) => ({ id, type: 'message', ...one }))
		}
	];
	return JSON.stringify({ about: 'Here is the data you requested.', chats: { about: 'x', list } });
};

test('of a Telegram export the messages with places are read, and the others counted', () => {
	const text = chat(
		{
			date: '2024-12-08T10:00:00',
			date_unixtime: '1733652000',
			from: 'A',
			text: ['See ', { type: 'bold', text: 'this' }],
			location_information: { latitude: 34.9, longitude: 35.86 }
		},
		{ date: '2024-12-09T10:00:00', from: 'B', text: 'no place' },
		{ date: '2024-12-09T10:00:00', from: 'B', text: '', location_information: { latitude: '34,9', longitude: '35,86' } }
	);
	const { format, features, issues, notes } = readText('result.json', text);
	expect(format).toBe('Telegram export');
	expect(features).toHaveLength(1);
	expect(features[0]).toMatchObject({
		geometry: { type: 'Point', coordinates: [35.86, 34.9] },
		properties: { chat: 'Group', from: 'A', text: 'See this', date: '2024-12-08T10:00:00' },
		when: { from: '2024-12-08', to: '2024-12-08' }
	});
	expect(issues.map(({ message }) => message)).toEqual([
		'Its latitude and longitude are not numbers. It was left out.'
	]);
	expect(notes).toEqual(['Not kept: 1 message without a place.']);
});

test('of an export of all chats, each message says in which it stands', () => {
	const list = ['One', 'Two'].map((name) => ({
		name,
		type: 'personal_chat',
		id: 1,
		messages: [
			{ id: 1, type: 'message', date: '2020-01-02T03:04:05', location_information: { latitude: 1, longitude: 2 } }
		]
	}));
	const { features } = readText(
		'result.json',
		JSON.stringify({ about: 'Here is the data you requested.', chats: { about: 'x', list } })
	);
	expect(features.map(({ properties }) => properties['chat'])).toEqual(['One', 'Two']);
});

test('of an archive of X the posts with coordinates are read, on their day', () => {
	const tweet = (more: object) => ({
		tweet: { id_str: '1866123456789012345', created_at: 'Sun Dec 08 23:59:59 +0000 2024', full_text: 'T', ...more }
	});
	const text = `window.YTD.tweets.part0 = ${JSON.stringify([
		tweet({
			coordinates: { type: 'Point', coordinates: ['35.86', '34.9'] },
			geo: { type: 'Point', coordinates: ['34.9', '35.86'] }
		}),
		tweet({ geo: { type: 'Point', coordinates: ['34.8', '36.1'] } }),
		tweet({})
	])}`;
	const { format, features, notes } = readText('tweets.js', text);
	expect(format).toBe('X archive');
	expect(features.map(({ geometry }) => geometry)).toEqual([
		{ type: 'Point', coordinates: [35.86, 34.9] },
		{ type: 'Point', coordinates: [36.1, 34.8] }
	]);
	expect(features[0]!.properties).toMatchObject({ id: '1866123456789012345', date: '2024-12-08T23:59:59Z' });
	expect(features[0]!.when).toEqual({ from: '2024-12-08', to: '2024-12-08' });
	expect(notes).toEqual(['Not kept: 1 message without a place.']);
});

test('a day that the calendar lacks stays as an archive of X has it, and dates nothing', () => {
	const created_at = 'Sat Feb 31 10:00:00 +0000 2024';
	const tweet = { id_str: '1', created_at, full_text: 'T', geo: { type: 'Point', coordinates: ['34.8', '36.1'] } };
	const { features } = readText('tweets.js', `window.YTD.tweets.part0 = ${JSON.stringify([{ tweet }])}`);
	expect(features[0]!.properties).toMatchObject({ date: created_at });
	expect(features[0]!.when ?? null).toBeNull();
});

test('an export that is cut off is refused, and one without places says so', () => {
	expect(readText('result.json', chat({ text: 'x' }).slice(0, -4)).issues[0]!.message).toContain(
		'may have been cut off'
	);
	expect(readText('result.json', chat({ text: 'x' })).issues[0]!.message).toBe('None of the messages has a place.');
});
