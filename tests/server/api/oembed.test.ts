import { describe, expect, test } from 'vitest';
import { handlersOf, problemOf } from './ask';

const HOME = 'http://atlas.example/';

function asked(parameters: Record<string, string>) {
	return handlersOf().oembed(`?${new URLSearchParams(parameters).toString()}`);
}

async function answered(parameters: Record<string, string>): Promise<Record<string, unknown>> {
	const response = await asked(parameters);
	expect(response.status).toBe(200);
	return (await response.json()) as Record<string, unknown>;
}

describe('oEmbed', () => {
	test('answers a dashboard with a frame of the same view', async () => {
		const told = await answered({ url: `${HOME}?layers=coast&feature=harbour#map=9/34.9/35.87` });
		expect(told).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Small coast', width: 800, height: 520 });
		expect(told['title']).toBe('Harbour · Small coast');
		expect(told['html']).toBe(
			'<iframe src="http://atlas.example/embed?layers=coast&amp;feature=harbour#map=9/34.9/35.87" title="Harbour · Small coast" width="800" height="520" style="border:0" loading="lazy"></iframe>'
		);
	});

	test('answers the page of a feature, and names a view by what it asks for', async () => {
		expect((await answered({ url: `${HOME}features/harbour` }))['title']).toBe('Harbour · Small coast');
		expect((await answered({ url: `${HOME}?topics=talks` }))['title']).toBe('Small coast: topic Talks');
	});

	test('is never larger than it may be', async () => {
		const told = await answered({ url: HOME, maxwidth: '400', maxheight: '9000', dnt: '1' });
		expect(told).toMatchObject({ width: 400, height: 520 });
	});

	test('writes hostile text as text', async () => {
		const { html } = await answered({ url: `${HOME}?q=${encodeURIComponent('"><script>1</script>')}` });
		expect(html).not.toContain('<script');
		expect(html).toMatch(/^<iframe [^<>]*><\/iframe>$/);
	});

	test.each([
		['no url', {}, 400],
		['a page elsewhere', { url: 'https://elsewhere.example/' }, 404],
		['no address at all', { url: 'javascript:alert(1)' }, 404],
		['a page without a map', { url: `${HOME}about` }, 404],
		['a feature that is not there', { url: `${HOME}features/gone` }, 404],
		['no width', { url: HOME, maxwidth: '-1' }, 400],
		['XML', { url: HOME, format: 'xml' }, 501]
	])('refuses %s', async (_, parameters: Record<string, string>, status) => {
		const response = await asked(parameters);
		expect(response.status).toBe(status);
		expect((await problemOf(response))['detail']).toMatch(/\.$/);
	});
});
