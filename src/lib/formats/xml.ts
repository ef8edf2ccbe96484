/**
 * Text as XML 1.0 takes it, in an element or in an attribute between double quotes. Characters that XML cannot hold at all
 * (section 2.2), half surrogates among them, become U+FFFD.
 */
export function escapeXml(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll('\r', '&#13;');
}
