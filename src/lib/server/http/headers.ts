/** Headers by their names in lower case. */
export type HeaderTable = Readonly<Record<string, string>>;

/** Headers that go with every response, whatever it is. */
const EVERYWHERE: HeaderTable = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin'
};

/** Headers of files that belong to the pages: scripts, styles, fonts, the basemap. A worker's own policy is that of its file. */
export const ASSET_HEADERS: HeaderTable = {
	...EVERYWHERE,
	'cross-origin-resource-policy': 'same-origin',
	'content-security-policy': "default-src 'self'; frame-ancestors 'none'"
};

/** Headers of pages; their content security policy is made with the page, as it holds the hashes of its scripts. */
export const PAGE_HEADERS: HeaderTable = { ...EVERYWHERE, 'cross-origin-resource-policy': 'same-origin' };

/** Headers of what programs read, problems included: anyone's page may fetch it, and none of it ever runs. */
export const DATA_HEADERS: HeaderTable = {
	...EVERYWHERE,
	'cross-origin-resource-policy': 'cross-origin',
	'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'Content-Disposition, ETag, Link'
};

/** The methods that every address knows; the atlas is only read. */
export const METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Headers of the response to OPTIONS, a browser's preflight (Fetch, section 3.3) included. */
export const OPTIONS_HEADERS: HeaderTable = {
	...DATA_HEADERS,
	allow: METHODS.join(', '),
	'access-control-allow-methods': METHODS.join(', '),
	'access-control-allow-headers': 'If-Modified-Since, If-None-Match',
	'access-control-max-age': '86400'
};
