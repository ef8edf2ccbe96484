/** Selectors of elements that the page's own style sheets do not show. */
export type Covers = readonly string[];

/** Classes by which pages hide words from everyone who sees. */
const FOR_SCREEN_READERS =
	/(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|u-hidden-visually|element-invisible)(?:\s|$)/i;

/** What the style sheets of a page hide, where their selectors are simple; what is shown on some screens is shown. */
export function hiddenBy(root: Element): Covers {
	const covers: string[] = [];
	for (const style of root.ownerDocument.querySelectorAll('style')) {
		const sheet = style.textContent.slice(0, 200_000).replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '');
		// A rule within braces is under a condition.
		const plain = sheet.replaceAll(/@[^{};@]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
		for (const rule of plain.split('}')) {
			const [selectors = '', rules = ''] = rule.split('{');
			if (!/(?:^|;)\s*display\s*:\s*none\b/i.test(rules)) continue;
			const simple = selectors.split(',').map((one) => one.trim());
			covers.push(...simple.filter((one) => /^[\w-]*[.#][\w-]+$/.test(one)));
		}
	}
	return covers;
}

/** Why a reader does not see an element; null where they do. */
export function isCovered(element: Element, covers: Covers): string | null {
	const name = element.nodeName.toUpperCase();
	if (name === 'DEL' || name === 'S' || name === 'STRIKE') return 'struck out';
	const style = element.getAttribute('style') ?? '';
	if (/text-decoration[\w-]*\s*:[^;]*line-through/i.test(style)) return 'struck out';
	const isHidden =
		(element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') ||
		/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(style) ||
		FOR_SCREEN_READERS.test(element.getAttribute('class') ?? '') ||
		covers.some((selector) => element.matches(selector));
	return isHidden ? 'hidden on the page' : null;
}
