/** A first and a last day or year, as text; null is an open end. */
type Ends = readonly [from: string | null, to: string | null];

/**
 * The span of an object or a list that says when something was, as EDTF (ISO 8601-2): the time spans of Linked Places 1.1
 * (`when`), or the times that the claims of an export of the atlas are about, from the first to the last. Null for an object
 * that says nothing of it; undefined for any other value.
 */
export function nestedDate(value: unknown): string | null | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { timespans } = value as { timespans?: unknown };
	if (Array.isArray(timespans)) return hullOf(timespans.map(endsOfSpan));
	if (!Array.isArray(value)) return undefined;
	const claims = value.filter(isClaim);
	if (claims.length === 0 || claims.length < value.length) return undefined;
	return hullOf(claims.flatMap(({ concerns }) => (concerns ? [[concerns.from, concerns.to] as const] : [])));
}

interface Claim {
	concerns?: { from: string | null; to: string | null };
}

/** Whether a value is a claim as the atlas exports them. */
function isClaim(value: unknown): value is Claim {
	return typeof value === 'object' && value !== null && 'attribution' in value && 'said' in value && 'locator' in value;
}

/** The ends of a time span: its start in or from the earliest, its end in or up to the latest. */
function endsOfSpan(span: unknown): Ends {
	const { start, end } = (span ?? {}) as { start?: Record<string, unknown>; end?: Record<string, unknown> };
	return [
		textOf(start?.['in'] ?? start?.['earliest'] ?? start?.['latest']),
		textOf(end?.['in'] ?? end?.['latest'] ?? end?.['earliest'])
	];
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** From the first beginning to the last end; open where one of them is. Years before 1 are in no such order. */
function hullOf(spans: readonly Ends[]): string | null {
	const froms = spans.map(([from]) => from);
	const tos = spans.map(([, to]) => to);
	const from = froms.includes(null) ? null : (froms.toSorted().at(0) ?? null);
	const to = tos.includes(null) ? null : (tos.toSorted().at(-1) ?? null);
	if (from === null && to === null) return null;
	return from === to ? from : `${from ?? '..'}/${to ?? '..'}`;
}
