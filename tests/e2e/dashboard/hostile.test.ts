import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { ROOT } from '../../source/files';
import { type AtlasPage, eventually, serveDashboard, words } from './atlas-page';
import { middleOf } from './geodata';

/** Names that would run, were they ever read as markup: as an element, out of an attribute, out of a script. */
const IMAGE = `"'><img src=x onerror="window.hacked=1">`;
const SCRIPT = '</script><script>window.hacked=1</script>';
const EXPRESSION = '{@html window.hacked=1}${window.hacked=1}';

const FEATURE = `Feature ${IMAGE}`;
const BASE = `Base ${IMAGE}`;
const SPELLING = `Spelling ${IMAGE}`;
const AGENT = `Agent ${IMAGE} ${SCRIPT}`;
const TOPIC = `Topic ${IMAGE} ${EXPRESSION}`;
const LAYER = `Layer ${IMAGE}`;
const TITLE = `Source ${SCRIPT}`;
const CLAIM = `Claim ${IMAGE} ${SCRIPT} ${EXPRESSION}`;

const folder = mkdtempSync(join(tmpdir(), 'footnote-atlas-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(ROOT, 'geodata'), folder, { recursive: true });
rename('layers/damascus.geojson', '"name": "Damascus"', 'name', FEATURE);
rename('layers/khmeimim.geojson', '"name": "Khmeimim air base"', 'name', BASE);
rename('layers/damascus.geojson', '"text": "Дамаск"', 'text', SPELLING);
rename('agents.json', '"name": "Mikhail Bogdanov"', 'name', AGENT);
rename('topics.json', '"title": "Diplomacy"', 'title', TOPIC);
rename('dataset.json', '"title": "Damascus"', 'title', LAYER);
rename(
	'sources/kremlin-bases-2024-12-09.json',
	'"title": "Kremlin to discuss Russian military bases with Syria’s new leadership"',
	'title',
	TITLE
);
retell('sources/hts-contacts-2024-12.json', 'c-hts-07b');

const atlas = serveDashboard({ GEODATA_DIR: folder });
let dashboard: AtlasPage;
afterEach(async () => {
	expect(await dashboard.page.evaluate(() => Reflect.get(globalThis, 'hacked'))).toBeUndefined();
	expect(await dashboard.page.locator('img, [onerror]').count()).toBe(0);
});

/** Replaces one member of a file by another value. */
function rename(file: string, member: string, name: string, value: string) {
	const path = join(folder, file);
	const text = readFileSync(path, 'utf8');
	if (!text.includes(member)) throw new Error(`${file} has no ${member}.`);
	writeFileSync(
		path,
		text.replace(member, () => `"${name}": ${JSON.stringify(value)}`)
	);
}

function retell(file: string, id: string) {
	const path = join(folder, file);
	const source = JSON.parse(readFileSync(path, 'utf8')) as { claims: { id: string; text: string }[] };
	source.claims.find((claim) => claim.id === id)!.text = CLAIM;
	writeFileSync(path, JSON.stringify(source));
}

describe('text that looks like markup is shown as its letters', () => {
	test('in the list, the filters and the dialogue', async () => {
		dashboard = await (await atlas.open('/?topics=diplomacy')).alive();
		expect(await dashboard.row('damascus').locator('bdi').textContent()).toBe(FEATURE);
		expect(await dashboard.box('Topics', TOPIC).isChecked()).toBe(true);
		expect(Object.keys(await dashboard.counts('Layers'))).toContain(LAYER);
		expect(Object.keys(await dashboard.counts('Sources'))).toContain(TITLE);
		await dashboard.search.fill('agent img');
		await dashboard.page.getByRole('button', { name: `Only ${AGENT}`, exact: true }).click();
		await dashboard.exportButton.click();
		const dialogue = dashboard.page.getByRole('dialog', { name: 'Export' });
		await dialogue.getByRole('link', { name: 'Download GeoJSON' }).waitFor();
		expect(words(await dialogue.textContent())).toContain(`topic ${TOPIC}; speaker or outlet ${AGENT}`);
	});

	test('in the panel and the title', async () => {
		dashboard = await (await atlas.open('/?feature=damascus')).alive();
		expect(await dashboard.heading(FEATURE).textContent()).toBe(FEATURE);
		expect(await dashboard.page.title()).toMatch(/^Feature /);
		expect(await dashboard.page.title()).toContain(IMAGE);
		expect(words(await dashboard.panel.textContent())).toContain(SPELLING);
		const note = dashboard.note('c-hts-07b');
		expect(await note.locator('.text').textContent()).toBe(CLAIM);
		expect(await note.locator('.attribution b').textContent()).toBe(AGENT);
		expect(await note.locator('.topic').allTextContents()).toContain(TOPIC);
	});

	test('on the map: under the pointer and in the chooser', async () => {
		dashboard = await (await atlas.open('/?layers=damascus,khmeimim')).idle();
		const { x, y } = await dashboard.pointAt(middleOf('hmeimim-air-base'));
		await dashboard.page.mouse.move(x, y);
		await eventually(() => dashboard.map.locator('.label').textContent()).toContain(BASE);
		await dashboard.page.mouse.click(x, y);
		await dashboard.heading(BASE).waitFor();
		await dashboard.clickAt(middleOf('damascus'));
		await dashboard.choice(FEATURE).click();
		await dashboard.heading(FEATURE).waitFor();
	});

	test('in the note of a link that cannot be read, and in what is searched', async () => {
		dashboard = await (
			await atlas.open(`/?layers=${encodeURIComponent(IMAGE)}&feature=${encodeURIComponent(SCRIPT)}`)
		).alive();
		const note = dashboard.page.getByRole('status').filter({ hasText: 'could not be read' });
		await note.waitFor();
		expect(await note.textContent()).toContain(IMAGE.slice(0, 30));
		await dashboard.search.fill(IMAGE);
		await eventually(() => dashboard.listed()).toContain('damascus');
	});
});
