import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that the colours of a scheme can break. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on a page (WCAG 2.2 AA and its own good practice): all rules in light, those of colour in dark too. Each
 * with its scheme and the elements. The page stays dark.
 */
export async function axeFindings(page: Page, within = 'html'): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'light' });
	const inLight = await analyze(axeOn(page, within).withTags(STANDARDS));
	await page.emulateMedia({ colorScheme: 'dark' });
	const inDark = await analyze(axeOn(page, within).withRules(OF_COLOUR));
	return [...inLight.map((found) => `light: ${found}`), ...inDark.map((found) => `dark: ${found}`)];
}

// Two thirds of the time goes by otherwise: for elements that pass to be described, and for frames, which no page has, to be
// asked one by one and put together in a page of their own.
function axeOn(page: Page, within: string): AxeBuilder {
	return new AxeBuilder({ page })
		.options({ resultTypes: ['violations'] })
		.setLegacyMode(true)
		.include(within);
}

async function analyze(axe: AxeBuilder): Promise<string[]> {
	const { violations } = await axe.analyze();
	return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
