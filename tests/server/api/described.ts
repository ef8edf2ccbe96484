import { Ajv, type ValidateFunction } from 'ajv';
import type { OpenapiDocument } from '$lib/server/api/ogc/openapi';

/** Holds answers against what an OpenAPI document says of their address. */
export class Description {
	readonly #document: OpenapiDocument;
	readonly #ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS });
	readonly #compiled = new Map<string, ValidateFunction>();

	constructor(document: OpenapiDocument) {
		this.#document = document;
		this.#ajv.addSchema(document, 'api');
	}

	/** Throws where an answer to GET or HEAD is not as it is described: its status, its media type, its content. */
	async hold(path: string, answer: Response): Promise<void> {
		const { status } = answer;
		const template = this.#templateOf(path);
		// What is no resource is described by nothing, and can only be a problem.
		if (template === undefined) return this.#holdProblem(answer);
		const place = ['paths', template, 'get', 'responses', String(status)];
		const response = this.#at(place);
		if (!response) throw new Error(`${template} is not said to answer with ${status}.`);
		if (status === 304 || status === 204) return;
		const resolved = typeof response['$ref'] === 'string' ? response['$ref'].slice(2).split('/') : place;
		const type = answer.headers.get('content-type') ?? '';
		const content = (this.#at(resolved)?.['content'] ?? {}) as Record<string, unknown>;
		if (!(type in content))
			throw new Error(`${template} is not said to answer with ${type}: ${Object.keys(content).join(', ')}`);
		const isPacked = answer.headers.has('content-encoding');
		if (isPacked || !/\bjson$|version=3.0$/.test(type)) return;
		this.#validate([...resolved, 'content', type, 'schema'], await answer.clone().json(), path);
	}

	async #holdProblem(response: Response): Promise<void> {
		// Kit says of a page that it is not there; it is not here to do so.
		if (response.headers.get('content-type') === 'text/html') return;
		if (response.headers.get('content-type') !== 'application/problem+json') throw new Error('This is no problem.');
		this.#validate(['components', 'schemas', 'problem'], await response.clone().json(), 'a problem');
	}

	#validate(place: readonly string[], value: unknown, path: string): void {
		const reference = `api#/${place.map(pointerPart).join('/')}`;
		const validate = this.#compiled.get(reference) ?? this.#ajv.compile({ $ref: reference });
		this.#compiled.set(reference, validate);
		if (validate(value)) return;
		throw new Error(`${path} is not as it is described: ${this.#ajv.errorsText(validate.errors)}`);
	}

	/** The path of the document that fits best: one without parameters before one with them. */
	#templateOf(path: string): string | undefined {
		const templates = Object.keys(this.#document.paths).sort((a, b) => a.split('{').length - b.split('{').length);
		const asked = /^\/api\/?$/.test(path) ? '/' : path.replace(/^\/api/, '').replace(/(?<=[^/])\/$/, '');
		return templates.find((template) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(asked));
	}

	#at(place: readonly string[]): Record<string, unknown> | undefined {
		let at: unknown = this.#document;
		for (const part of place) at = (at as Record<string, unknown> | undefined)?.[part];
		return at as Record<string, unknown> | undefined;
	}
}

const FORMATS = {
	date: /^\d{4}-\d{2}-\d{2}$/,
	'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/,
	uri: true,
	binary: true
} as const;

/** A name as a part of a JSON Pointer in a URI (RFC 6901, sections 3 and 6). */
function pointerPart(name: string): string {
	return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
