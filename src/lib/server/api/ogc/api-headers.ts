import { isText } from '$lib/server/http/coding';
import { DATA_HEADERS } from '$lib/server/http/headers';

/** What the headers of an answer of the API say beside its content. */
export interface Described {
	mediaType: string;
	etag: string;
	/** When what it says was opened. */
	modified: Date;
	/** Its links as a header; empty for none. */
	links: string;
}

/** The headers of an answer with content. An answer may be kept, but not given again without asking whether it stands. */
export function headersOf({ mediaType, etag, modified, links }: Described): Record<string, string> {
	return {
		'Content-Type': mediaType,
		ETag: etag,
		'Last-Modified': modified.toUTCString(),
		'Cache-Control': 'public, no-cache',
		Vary: isText(mediaType) ? 'Accept, Accept-Encoding' : 'Accept',
		...(links !== '' && { Link: links }),
		// Last, because to add to a copy takes ten times as long as to copy to what is there.
		...DATA_HEADERS
	};
}
