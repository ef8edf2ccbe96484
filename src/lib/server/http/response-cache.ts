import { LRUCache } from 'lru-cache';
import { type Coding, codingFor, compress, isCompressible } from './coding';
import { isUnmodified } from './etag';
import type { HeaderTable } from './headers';
import type { HttpRequest, HttpResponse, WholeResponse } from './message';

/** How many bytes all cached responses may take, and how many there may be. */
const MOST_BYTES = 192 * 2 ** 20;
const MOST_RESPONSES = 4096;

/** Headers that describe a body, and so do not stand in a response without one (RFC 9110, section 15.4.5). */
const OF_THE_BODY = new Set(['content-type', 'content-length', 'content-encoding', 'content-disposition']);

/** A whole response, sent plain or compressed: each form is made once. */
export class CachedResponse {
	readonly #plain: WholeResponse;
	readonly #effort: 'cached' | 'once';
	readonly #compressed = new Map<Coding, Promise<HttpResponse>>();

	constructor({ status, headers, body }: WholeResponse, effort: 'cached' | 'once' = 'cached') {
		this.#plain = { status, headers: { ...headers, 'content-length': String(body.length) }, body };
		this.#effort = effort;
	}

	/** How much memory it takes, in bytes and about: the body, its compressed forms, and what is said of it. */
	get weight(): number {
		return 2 * this.#plain.body.length + 4096;
	}

	/** The response to a request: 304 where the other side has it, without a body for HEAD, compressed where that is taken. */
	async to({ method, headers }: HttpRequest): Promise<HttpResponse> {
		const { status, headers: described, body } = this.#plain;
		if (status === 200 && isUnmodified(headers, described)) return notModified(described);
		const packs = isCompressible(described['content-type'] ?? '', body.length);
		const coding = packs ? codingFor(headers) : null;
		const form = coding ? await this.#in(coding) : this.#plain;
		return method === 'HEAD' ? { ...form, body: null } : form;
	}

	#in(coding: Coding): Promise<HttpResponse> {
		const known = this.#compressed.get(coding);
		if (known) return known;
		const { status, headers, body } = this.#plain;
		const form = compress(body, coding, this.#effort).then((packed) => ({
			status,
			headers: { ...headers, 'content-encoding': coding, 'content-length': String(packed.length) },
			body: packed
		}));
		this.#compressed.set(coding, form);
		return form;
	}
}

/** The response to who has it already. */
export function notModified(headers: HeaderTable): HttpResponse {
	const said = Object.entries(headers).filter(([name]) => !OF_THE_BODY.has(name));
	return { status: 304, headers: Object.fromEntries(said), body: null };
}

/** Responses that may be given again, by key: where room runs out, the least recently used goes first. */
export class ResponseCache {
	readonly #responses = new LRUCache<string, CachedResponse>({
		max: MOST_RESPONSES,
		maxSize: MOST_BYTES,
		sizeCalculation: ({ weight }, key) => weight + 2 * key.length
	});

	get(key: string): CachedResponse | undefined {
		return this.#responses.get(key);
	}

	/** Caches a response and gives it back; what may be given again for no time at all is not cached. */
	set(key: string, response: WholeResponse): CachedResponse {
		const seconds = response.cacheFor ?? maxAgeOf(response.headers) ?? Infinity;
		const cached = new CachedResponse(response, seconds > 0 ? 'cached' : 'once');
		// The library takes 0 for ever.
		if (seconds > 0) this.#responses.set(key, cached, { ttl: seconds === Infinity ? 0 : seconds * 1000 });
		return cached;
	}

	clear(): void {
		this.#responses.clear();
	}
}

function maxAgeOf(headers: HeaderTable): number | null {
	const seconds = /\bmax-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1];
	return seconds === undefined ? null : Number(seconds);
}
