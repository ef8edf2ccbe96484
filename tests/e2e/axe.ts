import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on a page (WCAG 2.2 AA and its own good practice), in light and in dark: the scheme, the rule and the
 * elements. The page stays dark.
 */
export async function axeFindings(page: Page, within = 'html'): Promise<string[]> {
	const found: string[] = [];
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		// Two thirds of the time goes by otherwise: for elements that pass to be described, and for frames, which no page has, to be
		// asked one by one and put together in a page of their own.
		const { violations } = await new AxeBuilder({ page })
			.options({ resultTypes: ['violations'] })
			.withTags(STANDARDS)
			.setLegacyMode(true)
			.include(within)
			.analyze();
		for (const { id, nodes } of violations) {
			found.push(`${colorScheme}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
		}
	}
	return found;
}
