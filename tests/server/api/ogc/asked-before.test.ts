import { expect, test } from 'vitest';
import { AskedBefore } from '$lib/server/api/ogc/seen-before';
import { etagOf } from '$lib/server/http/etag';

test('what is asked for again is told from what is asked for the first time', () => {
	const asked = new AskedBefore();
	const [one, other] = [etagOf('one'), etagOf('other')];
	expect([one, other, one, one, other].map((etag) => asked.ask(etag))).toEqual([false, false, true, true, true]);
});

test('it is still known when little else was asked for in between', () => {
	const asked = new AskedBefore();
	const tags = Array.from({ length: 400 }, (_, number) => etagOf(number));
	for (const tag of tags) asked.ask(tag);
	expect(tags.filter((tag) => asked.ask(tag)).length).toBeGreaterThan(300);
});
