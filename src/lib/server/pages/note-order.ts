import type { QueryProblem } from '$lib/filter/parameter-reader';

/** The orders in which a feature's notes can stand, the first where nothing is asked. */
const ORDERS = ['source', 'time'] as const;
export type NoteOrder = (typeof ORDERS)[number];

/** The order that a query asks for; one that there is not falls back and is named in `problems`. */
export function readOrder(query: URLSearchParams): { order: NoteOrder; problems: QueryProblem[] } {
	const asked = query.get('order') ?? '';
	const order = ORDERS.find((candidate) => candidate === asked);
	if (order || asked === '') return { order: order ?? ORDERS[0], problems: [] };
	const detail = `order must be ${ORDERS.join(' or ')}, not “${asked.slice(0, 60)}”.`;
	return { order: ORDERS[0], problems: [{ parameter: 'order', value: asked, detail }] };
}
