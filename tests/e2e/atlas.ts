import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openBrowser, openPage, type Visit } from './browser';
import { type RunningServer, type Settings, startServer } from './server';

/** The atlas as served to a browser. */
export interface ServedAtlas {
	/** Where it answers, without a slash at the end. */
	url(): string;
	/** Opens a path of it, such as `/?topics=bases`, in a fresh page, which is closed after the test. */
	open(path: string, options?: BrowserContextOptions): Promise<Visit>;
}

/**
 * For the tests of one file: a server with the data of geodata/ (or of `settings.GEODATA_DIR`) and a browser, started before
 * the first test and stopped after the last.
 */
export function serveAtlas(settings: Settings = {}): ServedAtlas {
	let server: RunningServer | undefined;
	let browser: Browser | undefined;
	const opened: Visit[] = [];

	beforeAll(async () => {
		[server, browser] = await Promise.all([startServer(settings), openBrowser()]);
	});
	afterEach(async () => {
		await Promise.all(opened.splice(0).map((visit) => visit.page.context().close()));
	});
	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	const url = () => {
		if (!server) throw new Error('The server is started before the first test; ask for its address inside one.');
		return server.url;
	};
	return {
		url,
		async open(path, options = {}) {
			if (!browser) throw new Error('The browser is started before the first test; open pages inside one.');
			const visit = await openPage(browser, options);
			opened.push(visit);
			await visit.page.goto(url() + path);
			return visit;
		}
	};
}
