import type { QueryProblem } from '$lib/filter/parameter-reader';
import { problemHref } from '$lib/app/links';
import { DATA_HEADERS } from '$lib/server/http/headers';

/** Every kind of problem that the atlas answers with; each has a page of its own that says what it means. */
export const PROBLEMS = {
	'invalid-parameters': {
		status: 400,
		title: 'A parameter cannot be read',
		meaning: 'The query string has a parameter that this address does not know, or a value that it cannot use.'
	},
	'malformed-address': {
		status: 400,
		title: 'The address cannot be read',
		meaning: 'The path is not percent-encoded UTF-8, or is no path at all.'
	},
	'malformed-request': {
		status: 400,
		title: 'The request cannot be read',
		meaning: 'What was sent is no request of HTTP/1.1, or one that was cut short.'
	},
	'not-found': { status: 404, title: 'There is nothing here', meaning: 'The atlas has nothing at this address.' },
	'no-passage': {
		status: 404,
		title: 'The passage cannot be shown',
		meaning:
			'The claim is there, but its passage is not shown: the server does not have the document, or shows no words of documents.'
	},
	'unknown-format': {
		status: 404,
		title: 'There is no such format',
		meaning: 'The atlas does not write files with this ending.'
	},
	superseded: {
		status: 404,
		title: 'The dataset has changed',
		meaning: 'The address names a fingerprint that is not that of the dataset now served. Load the page again.'
	},
	'method-not-allowed': {
		status: 405,
		title: 'The atlas is only read',
		meaning: 'Every address of the atlas answers GET, HEAD and OPTIONS, and no other method.'
	},
	'not-acceptable': {
		status: 406,
		title: 'There is no such representation',
		meaning:
			'The Accept header takes no media type in which this address can be had. The parameter f names one directly.'
	},
	'request-too-slow': {
		status: 408,
		title: 'The request took too long',
		meaning: 'The request was not complete within the time that the server waits for one.'
	},
	'header-too-large': {
		status: 431,
		title: 'The request is too long',
		meaning: 'The address and the headers together are longer than the server reads. The longest filter fits.'
	},
	unexpected: {
		status: 500,
		title: 'Something went wrong',
		meaning: 'The server met an error that is its own. It has been written to its log.'
	},
	'unknown-method': {
		status: 501,
		title: 'There is no such method',
		meaning: 'The method is none of HTTP. Every address of the atlas answers GET, HEAD and OPTIONS.'
	},
	'not-implemented': {
		status: 501,
		title: 'There is no such form of the answer',
		meaning: 'The request is sound, but asks for a form that the atlas does not give.'
	},
	'not-ready': { status: 503, title: 'The atlas is not ready', meaning: 'The dataset is not open yet.' }
} as const satisfies Record<string, { status: number; title: string; meaning: string }>;

export type ProblemKind = keyof typeof PROBLEMS;

/** A problem document (RFC 9457): `detail` says what is wrong here, `extensions` are members of its own. */
export function problem(
	kind: ProblemKind,
	detail: string,
	extensions: Readonly<Record<string, unknown>> = {},
	headers: Readonly<Record<string, string>> = {}
): Response {
	const { status, title } = PROBLEMS[kind];
	const document = { type: problemHref(kind), title, status, detail, ...extensions };
	return new Response(`${JSON.stringify(document, null, '\t')}\n`, {
		status,
		headers: { ...DATA_HEADERS, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers }
	});
}

/** How many problems of parameters are told; of more, how many there are. */
const MOST_TOLD = 100;

/** The problem of parameters: the first is named in `parameter`, all stand in `errors`, up to a hundred. */
export function parameterProblem(all: readonly [QueryProblem, ...QueryProblem[]]): Response {
	const errors = all.slice(0, MOST_TOLD);
	const more = all.length > MOST_TOLD ? [`So it goes on: there are ${all.length - MOST_TOLD} more.`] : [];
	const detail = [...errors.map((error) => error.detail), ...more].join(' ');
	return problem('invalid-parameters', detail, { parameter: all[0].parameter, errors });
}

/** The kind of problem that a status stands for. */
export function kindOf(status: number): ProblemKind {
	switch (status) {
		case 400:
			return 'malformed-address';
		case 404:
			return 'not-found';
		case 405:
			return 'method-not-allowed';
		default:
			return 'unexpected';
	}
}

/** What a kind of problem means, as plain text; a problem itself for a kind that there is not. */
export function problemPage(kind: string): Response {
	if (!Object.hasOwn(PROBLEMS, kind)) return problem('not-found', 'The atlas knows no problem of this kind.');
	const { status, title, meaning } = PROBLEMS[kind as ProblemKind];
	return new Response(`${title} (HTTP status ${status})\n\n${meaning}\n`, {
		headers: { ...DATA_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, no-cache' }
	});
}
