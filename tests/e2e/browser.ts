import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.js';

/** WebGL 2 in software, and none of the browser's own requests. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** Windows that the atlas is looked at in, width by height in CSS pixels. */
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A page and what it did since it was opened. */
export interface Visit {
	page: Page;
	/** The addresses it asked for, in order. */
	requests: string[];
	/** What would be a line in red: errors of the page and its console, responses that failed. */
	errors: string[];
	/** What the content security policy stopped: directive and address. */
	violations: string[];
}

/** Starts the browser that scripts/browser.js finds; `flags` come on top of ours. */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
	const found = await findBrowser();
	if (!found) throw new Error('There is no Chrome or Chromium. npm test installs one; CHROME_PATH names one.');
	return chromium.launch({ executablePath: found.path, args: [...FLAGS, ...flags] });
}

/** Opens a page in a context of its own: no cookies, no cache, nothing stored. Close it with `visit.page.context().close()`. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
	const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB', timezoneId: 'UTC', ...options });
	const page = await context.newPage();
	const visit: Visit = { page, requests: [], errors: [], violations: [] };
	await context.exposeFunction('reportViolation', (violation: string) => visit.violations.push(violation));
	await context.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
			// The function that exposeFunction put there.
			const report: unknown = Reflect.get(globalThis, 'reportViolation');
			if (typeof report === 'function') report(`${effectiveDirective} ${blockedURI}`);
		});
	});
	page.on('request', (request) => visit.requests.push(request.url()));
	page.on('pageerror', (error) => visit.errors.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error') visit.errors.push(message.text());
	});
	return visit;
}

/** The requests of a visit that left the atlas's own origin. */
export function foreignRequests(visit: Visit, origin: string): string[] {
	const own = (address: string) => ['data:', 'blob:', `${origin}/`].some((start) => address.startsWith(start));
	return visit.requests.filter((address) => !own(address));
}
