type HeaderTable = Readonly<Record<string, string>>;

/** Headers that go with every answer, whatever it is. */
const EVERYWHERE: HeaderTable = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'Cross-Origin-Opener-Policy': 'same-origin'
};

/** Headers of files that belong to the pages: scripts, styles, fonts, the basemap. A worker's own policy is that of its file. */
export const ASSET_HEADERS: HeaderTable = {
	...EVERYWHERE,
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Content-Security-Policy': "default-src 'self'; frame-ancestors 'none'"
};

/** Headers of pages; their content security policy is made with the page, as it holds the hashes of its scripts. */
export const PAGE_HEADERS: HeaderTable = { ...EVERYWHERE, 'Cross-Origin-Resource-Policy': 'same-origin' };

/** Headers of what programs read, problems included: anyone's page may fetch it, and none of it ever runs. */
export const DATA_HEADERS: HeaderTable = {
	...EVERYWHERE,
	'Cross-Origin-Resource-Policy': 'cross-origin',
	'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
	'Access-Control-Allow-Origin': '*',
	'Access-Control-Expose-Headers': 'Content-Disposition, ETag, Link'
};

/** The methods that every address knows; the atlas is only read. */
export const METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Headers of the answer to OPTIONS, a browser's preflight (Fetch, section 3.3) included. */
export const OPTIONS_HEADERS: HeaderTable = {
	...DATA_HEADERS,
	Allow: METHODS.join(', '),
	'Access-Control-Allow-Methods': METHODS.join(', '),
	'Access-Control-Allow-Headers': 'If-Modified-Since, If-None-Match',
	'Access-Control-Max-Age': '86400'
};
