import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Passage } from '$lib/domain/passage';
import { ROOT } from '../source/files';
import { type Ended, type RunningServer, runCommand, startServer } from './server';

const PAGE = `<!doctype html><html lang="en"><head><meta property="og:title" content="Notice to mariners">
<link rel="canonical" href="https://notices.example/tartous-42"><meta property="article:published_time" content="2025-04-02"></head>
<body><nav>Home</nav><article><p>Mariners are told that the outer mole of Tartous will be dredged from Sunday, said the harbour master, and that pilots board two miles further out.</p>
<p>The tables of the tides are sold at the chandler’s, as in every year, to whoever asks for them before the ink is dry.</p></article></body></html>`;

// What the README asks of whoever adds a document, and nothing else: no file of src/ is touched.
describe('a fourth document, added by the steps of the README', () => {
	const root = mkdtempSync(join(tmpdir(), 'fourth-'));
	const [data, documents] = [join(root, 'geodata'), join(root, 'documents')];
	const id = 'notice-to-mariners-2025-04-02';
	let server: RunningServer | undefined;

	const geodata = (...parameters: string[]): Promise<Ended> =>
		runCommand([process.execPath, '--import', 'tsx', 'geodata/tools/cli.ts', ...parameters], ROOT, {
			GEODATA_DIR: data,
			SOURCES_DIR: documents
		});

	beforeAll(() => {
		mkdirSync(data);
		for (const name of readdirSync('geodata').filter((entry) => entry !== 'tools')) {
			cpSync(join('geodata', name), join(data, name), { recursive: true });
		}
		writeFileSync(join(root, 'page.html'), PAGE);
	});
	afterAll(async () => {
		await server?.stop();
		rmSync(root, { recursive: true, force: true });
	});

	test('1. add-source writes document and source, and suggests what it recognises', async () => {
		const { code, output } = await geodata('add-source', join(root, 'page.html'));
		expect([code, output]).toEqual([0, expect.stringContaining(`${id}.json, without claims`)]);
		expect(output).toMatch(/places?: .*tartus-naval-facility \(.*Tartous/);
		expect(readFileSync(join(documents, `${id}.txt`), 'utf8').split('\n').length).toBe(3);
		expect(JSON.parse(readFileSync(join(data, 'sources', `${id}.json`), 'utf8'))).toMatchObject({
			id,
			record: {
				title: 'Notice to mariners',
				URL: 'https://notices.example/tartous-42',
				issued: { 'date-parts': [[2025, 4, 2]] }
			},
			claims: []
		});
	});

	test('2. check names each paragraph that is not read yet', async () => {
		const { code, output } = await geodata('check');
		expect(code).toBe(1);
		expect(output).toContain('No claim rests on paragraph 1');
		expect(output).toContain('No claim rests on paragraph 2');
	});

	test('3. select makes the selector, and a person writes the claim', async () => {
		const { code, output } = await geodata('select', id, '1', 'the outer mole of Tartous will be dredged from Sunday');
		expect(code).toBe(0);
		const path = join(data, 'sources', `${id}.json`);
		const source = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
		const claim = {
			id: 'c-notice-1',
			text: 'Dredging at the outer mole begins on a Sunday.',
			// The passage names the town; the words of it that stand for the facility say so themselves.
			about: [
				{ feature: 'tartus-naval-facility', words: 'the outer mole of Tartous', meaning: JSON.parse(output) as unknown }
			],
			topics: ['naval'],
			attribution: [
				{ agent: 'harbour-master', as: 'said' },
				{ agent: 'notices', as: 'wrote' }
			],
			said: { edtf: '2025-04-02', basis: 'stated' },
			modality: 'plan',
			selector: JSON.parse(output) as unknown
		};
		const unmapped = [{ paragraph: 2, why: 'Is about tide tables.' }];
		writeFileSync(path, JSON.stringify({ ...source, claims: [claim], unmapped }));
		const agents = JSON.parse(readFileSync(join(data, 'agents.json'), 'utf8')) as { agents: unknown[] };
		agents.agents.push(
			{ id: 'harbour-master', name: 'The harbour master', kind: 'office' },
			{ id: 'notices', name: 'Notices', kind: 'outlet' }
		);
		writeFileSync(join(data, 'agents.json'), JSON.stringify(agents));
		expect((await geodata('number')).output).toContain('1 note is new');
	});

	test('4. check and verify find nothing wrong with it', async () => {
		expect((await geodata('check')).output).toContain('keeps every rule');
		const { output } = await geodata('verify');
		expect(output).toContain(`${id}: ${id}.txt`);
		expect(output).toMatch(/^1 of \d+ claims stand where they say\.$/m);
		expect(output).not.toContain('issue');
	});

	test('and the server shows it', async () => {
		server = await startServer({ GEODATA_DIR: data, SOURCES_DIR: documents });
		expect(server.output()).toMatch(/^Documents: 1 of 4 at hand\. Claims: 1 of \d+ proved, 0 not proved/m);
		const response = await fetch(`${server.url}/sources/${id}/passages.json?claim=c-notice-1`);
		const passage = (await response.json()) as Passage;
		expect(passage.runs.filter(({ claims }) => claims.length > 0).map(({ text }) => text)).toEqual([
			'the outer mole of Tartous will be dredged from Sunday'
		]);
		expect(passage.original).toContain('https://notices.example/tartous-42#:~:text=the%20outer%20mole');
		const page = await (await fetch(`${server.url}/features/tartus-naval-facility`)).text();
		expect(page).toContain('Dredging at the outer mole begins on a Sunday.');
		expect(await (await fetch(`${server.url}/about`)).text()).toMatch(/it had\s+1\s+of\s+4\s+documents/);
	});
});
