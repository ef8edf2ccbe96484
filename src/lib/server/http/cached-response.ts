import { codingFor, type Coding, compress, isCompressible } from './coding';
import { namesEtag } from './etag';

/** The part of a request that decides in which form an answer is sent. */
export interface Asking {
	method: string;
	ifNoneMatch: string | null | undefined;
	acceptEncoding: string | null | undefined;
}

/** An answer in the form in which it is sent. */
export interface Sending {
	status: number;
	headers: Readonly<Record<string, string>>;
	body: Uint8Array | null;
}

/** Headers that describe a body, and so do not stand in an answer without one (RFC 9110, section 15.4.5). */
const OF_THE_BODY = new Set(['content-type', 'content-length', 'content-encoding', 'content-disposition']);

/** A whole answer in memory, ready to be sent plain, compressed, as headers alone or as 304; each form is made once. */
export class Answer {
	readonly #status: number;
	readonly #headers: Readonly<Record<string, string>>;
	readonly #bytes: Uint8Array;
	readonly #isCompressible: boolean;
	readonly #forms = new Map<Coding | 'plain' | 'unmodified', Sending | Promise<Sending>>();
	#size: number;

	constructor(status: number, headers: Headers, bytes: Uint8Array) {
		this.#status = status;
		this.#headers = Object.fromEntries(headers);
		this.#bytes = bytes;
		this.#isCompressible = isCompressible(headers.get('content-type') ?? '', bytes.length);
		this.#size = bytes.length;
	}

	/** How many bytes of bodies it holds. */
	get size(): number {
		return this.#size;
	}

	/** The form in which it is sent; at once where that form has been made before. */
	send({ method, ifNoneMatch, acceptEncoding }: Asking): Sending | Promise<Sending> {
		const etag = this.#headers['etag'];
		if (etag !== undefined && this.#status === 200 && namesEtag(ifNoneMatch, etag)) return this.#form('unmodified');
		const form = this.#form((this.#isCompressible ? codingFor(acceptEncoding) : null) ?? 'plain');
		if (method !== 'HEAD') return form;
		return form instanceof Promise ? form.then(withoutBody) : withoutBody(form);
	}

	#form(name: Coding | 'plain' | 'unmodified'): Sending | Promise<Sending> {
		const made = this.#forms.get(name);
		if (made) return made;
		const form = name === 'plain' || name === 'unmodified' ? this.#plain(name) : this.#compressed(name);
		this.#forms.set(name, form);
		return form;
	}

	#plain(name: 'plain' | 'unmodified'): Sending {
		if (name === 'plain') return sending(this.#status, this.#headers, this.#bytes);
		const kept = Object.entries(this.#headers).filter(([header]) => !OF_THE_BODY.has(header));
		return { status: 304, headers: Object.fromEntries(kept), body: null };
	}

	async #compressed(coding: Coding): Promise<Sending> {
		const bytes = await compress(this.#bytes, coding);
		this.#size += bytes.length;
		const form = sending(this.#status, { ...this.#headers, 'content-encoding': coding }, bytes);
		this.#forms.set(coding, form);
		return form;
	}
}

function sending(status: number, headers: Readonly<Record<string, string>>, body: Uint8Array): Sending {
	return { status, headers: { ...headers, 'content-length': String(body.length) }, body };
}

function withoutBody(form: Sending): Sending {
	return { ...form, body: null };
}
