import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { serveAtlas } from '../atlas';
import { foreignRequests, type Visit } from '../browser';
import type { Settings } from '../server';

/** How long a state is waited for before a test fails: the map is drawn in software, on cores that others use too. */
const PATIENCE = { timeout: 20_000, interval: 50 };

/** Waits until a reading is as a matcher wants it: `await eventually(() => page.title()).toBe('…')`. */
export const eventually = <Value>(read: () => Value) => expect.poll(read, PATIENCE);

/** Where the map looks: degrees, and MapLibre's zoom. */
export interface Camera {
	zoom: number;
	lng: number;
	lat: number;
}

/** A small window that still has rail, map and evidence side by side: software draws the fewer pixels the sooner. */
const SMALL_DESKTOP = { width: 1280, height: 720 };

/** The atlas as served to a browser, for the journeys of one file. */
export interface ServedDashboard {
	/** Where it answers, without a slash at the end. */
	url(): string;
	/** Opens an address of the dashboard in a context of its own. */
	open(path: string, options?: BrowserContextOptions): Promise<AtlasPage>;
}

/**
 * Serves the atlas to the tests of one file. After each test no page may have reported an error, broken the content
 * security policy or asked another origin for anything.
 */
export function serveDashboard(settings: Settings = {}): ServedDashboard {
	const atlas = serveAtlas(settings);
	const visits: Visit[] = [];
	afterEach(() => {
		for (const visit of visits.splice(0)) {
			expect({
				errors: visit.errors,
				violations: visit.violations,
				foreign: foreignRequests(visit, atlas.url())
			}).toEqual({ errors: [], violations: [], foreign: [] });
		}
	});
	return {
		url: atlas.url,
		async open(path, options) {
			const visit = await atlas.open(path, { viewport: SMALL_DESKTOP, ...options });
			visits.push(visit);
			return new AtlasPage(visit.page);
		}
	};
}

/** The dashboard as a person meets it: its parts by their roles and names, and the steps that journeys share. */
export class AtlasPage {
	readonly page: Page;
	readonly map: Locator;
	readonly canvas: Locator;
	readonly search: Locator;
	readonly panel: Locator;
	readonly chooser: Locator;
	readonly exportButton: Locator;

	constructor(page: Page) {
		page.setDefaultTimeout(PATIENCE.timeout);
		this.page = page;
		this.map = page.getByRole('region', { name: 'Map', exact: true });
		this.canvas = this.map.getByRole('application');
		this.search = page.getByRole('searchbox');
		this.panel = page.getByRole('complementary', { name: 'What the sources say' });
		this.chooser = page.getByRole('dialog', { name: /features here$/ });
		this.exportButton = page.getByRole('button', { name: /^Export \d/ });
	}

	/** Until the data is there and every control answers. */
	async alive(): Promise<this> {
		await this.page.locator('[role=region][aria-label=Map][data-shown]').waitFor();
		return this;
	}

	/** Until the map is drawn and nothing moves. */
	async idle(): Promise<this> {
		await this.page.locator('[role=region][aria-label=Map][data-idle="true"]').waitFor();
		return this;
	}

	/** How many features the map shows. */
	async shown(): Promise<number> {
		return Number(await this.map.getAttribute('data-shown'));
	}

	async camera(): Promise<Camera> {
		const [lng = NaN, lat = NaN] = ((await this.map.getAttribute('data-center')) ?? '').split(',').map(Number);
		return { zoom: Number(await this.map.getAttribute('data-zoom')), lng, lat };
	}

	/** What `#map=` in the address says; null where it is not there. */
	cameraInAddress(): Camera | null {
		const match = /#map=([^/]+)\/([^/]+)\/([^/&]+)$/.exec(this.page.url());
		const [zoom = NaN, lat = NaN, lng = NaN] = match?.slice(1).map(Number) ?? [];
		return match && { zoom, lat, lng };
	}

	/** Where a position of the map is in the window, in CSS pixels; MapLibre's world is 512 pixels across at zoom 0. */
	async pointAt([lng = NaN, lat = NaN]: readonly number[]): Promise<{ x: number; y: number }> {
		const [camera, box] = await Promise.all([this.camera(), this.map.boundingBox()]);
		const world = 512 * 2 ** camera.zoom;
		const north = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
		return {
			x: box!.x + box!.width / 2 + (world * (lng - camera.lng)) / 360,
			y: box!.y + box!.height / 2 - world * (north(lat) - north(camera.lat))
		};
	}

	/** The colour of one pixel of the window, as `#rrggbb`. */
	async colourAt({ x, y }: { x: number; y: number }): Promise<string> {
		const png = await this.page.screenshot({ clip: { x, y, width: 1, height: 1 } });
		return this.page.evaluate(
			async (address) => {
				const image = new Image();
				image.src = address;
				await image.decode();
				const context = new OffscreenCanvas(1, 1).getContext('2d')!;
				context.drawImage(image, 0, 0);
				const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
				return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
			},
			`data:image/png;base64,${png.toString('base64')}`
		);
	}

	/** The names over the map as they are read, each with its footnote in brackets, by where they stand. */
	async names(): Promise<{ text: string; faded: boolean; box: DOMRect }[]> {
		return this.map.locator('.names > .name').evaluateAll((names) =>
			names.map((name) => {
				const footnote = name.querySelector('sup')?.textContent;
				const lines = [...name.children].map((line) => line.firstChild?.textContent?.trim() ?? '');
				return {
					text: lines.join(' ') + (footnote ? ` [${footnote}]` : ''),
					faded: getComputedStyle(name).opacity !== '1',
					box: name.getBoundingClientRect().toJSON() as DOMRect
				};
			})
		);
	}

	/** Clicks on the map, at a position on the ground. */
	async clickAt(position: readonly number[]): Promise<void> {
		await this.idle();
		const { x, y } = await this.pointAt(position);
		await this.page.mouse.click(x, y);
	}

	/** The entry of the chooser that has exactly that name. */
	choice(name: string): Locator {
		return this.chooser.getByRole('button').filter({ has: this.page.getByText(name, { exact: true }) });
	}

	/** One of the groups of check boxes. */
	group(title: string): Locator {
		return this.page.getByRole('group', { name: title, exact: true });
	}

	/** One check box of a group, by the title beside it. */
	box(group: string, title: string): Locator {
		return this.item(group, title).getByRole('checkbox');
	}

	/** Ticks the box of one item of a group, and takes the ticks of all others away. */
	async only(group: string, title: string): Promise<void> {
		const item = this.item(group, title);
		await item.hover();
		await item.getByRole('button', { name: /^only / }).click();
	}

	/** The counts of a group, by title. */
	async counts(group: string): Promise<Record<string, number>> {
		const lines = await this.group(group)
			.locator('label')
			.evaluateAll((labels) =>
				labels.map((label) => [
					label.querySelector('.title')?.textContent ?? '',
					Number(label.querySelector('.count')?.textContent)
				])
			);
		return Object.fromEntries(lines) as Record<string, number>;
	}

	/** The ids of the features in the list, in alphabetical order. */
	async listed(): Promise<string[]> {
		const ids = await this.panel
			.locator('[data-feature]')
			.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-feature') ?? ''));
		return ids.sort();
	}

	row(id: string): Locator {
		return this.panel.locator(`[data-feature="${id}"]`);
	}

	/** The line that says how much is shown. */
	async status(): Promise<string> {
		return words(await this.panel.getByRole('status').textContent());
	}

	/** The heading of the feature that is open. */
	heading(name: string): Locator {
		return this.panel.getByRole('heading', { name, exact: true, level: 2 });
	}

	/** The ids of the notes in the panel, in their order. */
	async notes(): Promise<string[]> {
		return this.panel.locator('.note').evaluateAll((notes) => notes.map((note) => note.id));
	}

	note(id: string): Locator {
		return this.panel.locator(`[id="${id}"]`);
	}

	/** The parameters of the address. */
	query(): Record<string, string> {
		return Object.fromEntries(new URL(this.page.url()).searchParams);
	}

	/** Marks the window: a page that is loaded again has no mark. */
	async mark(): Promise<void> {
		await this.page.evaluate(() => Reflect.set(globalThis, 'stillHere', true));
	}

	/** Whether the page has not been loaded again since it was marked. */
	async marked(): Promise<boolean> {
		return this.page.evaluate(() => Reflect.get(globalThis, 'stillHere') === true);
	}

	private item(group: string, title: string): Locator {
		return this.group(group)
			.getByRole('listitem')
			.filter({ has: this.page.locator('.title', { hasText: new RegExp(`^${escaped(title)}$`) }) });
	}
}

/** Text with its runs of white space as single spaces. */
export function words(text: string | null): string {
	return (text ?? '').replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
