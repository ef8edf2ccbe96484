import type { Browser, Page } from 'playwright-core';
import { openPage } from '../tests/e2e/browser';

/** How long a map is waited for: it is drawn in software, on a machine that may be busy. */
export const PATIENCE = { timeout: 180_000 };

const WINDOW = { width: 1280, height: 720 };
const MAP = '[role="region"][aria-label="Map"]';
/** What an opened page says whenever its map has come to rest, and what it drew last has had time to be shown. */
const RESTS = 'The map rests.';
const SHOWN_MILLISECONDS = 50;

/**
 * Opens the dashboard and waits until its map rests. WebGL's draw calls do nothing on it: in software they would take the
 * processor from what is measured.
 */
export async function openDashboard(browser: Browser, origin: string): Promise<Page> {
	const { page } = await openPage(browser, { viewport: WINDOW });
	await page.addInitScript(() => {
		for (const name of ['drawArrays', 'drawArraysInstanced', 'drawElements', 'drawElementsInstanced'] as const) {
			Object.defineProperty(WebGL2RenderingContext.prototype, name, { value: () => undefined });
		}
	});
	await page.goto(`${origin}/`);
	await atRest(page);
	await page.locator(MAP).evaluate(
		(map, [said, shownAfter]) => {
			new MutationObserver(() => {
				if (map.getAttribute('data-idle') === 'true') setTimeout(() => console.debug(said), shownAfter);
			}).observe(map, { attributeFilter: ['data-idle'] });
		},
		[RESTS, SHOWN_MILLISECONDS] as const
	);
	return page;
}

/** Until the map is drawn and nothing moves. */
export async function atRest(page: Page): Promise<void> {
	await page.locator(`${MAP}[data-idle="true"]`).waitFor(PATIENCE);
}

/** Until the map of an opened dashboard comes to rest the next time. The page tells, as asking it would be work too. */
export async function nextRest(page: Page): Promise<void> {
	await page.waitForEvent('console', { predicate: (message) => message.text() === RESTS, ...PATIENCE });
}

/** Whether a script has the map library in it: it names the class of the library's canvas. */
export function hasMap(script: string): boolean {
	return script.includes('maplibregl-canvas');
}
