import type { Representation } from './representation';

/**
 * The representation that a request asks for: the one that `f` names, else the one that its Accept header likes best, the
 * first of equals (RFC 9110, section 12.5.1). Null where none fits.
 */
export function negotiate(
	offered: readonly Representation[],
	f: string | null,
	accept: string | null | undefined
): Representation | null {
	if (f) return offered.find((one) => one.f === f) ?? null;
	if (!accept || accept === '*/*') return offered[0] ?? null;
	const ranges = rangesOf(accept);
	let best: Representation | null = null;
	let highest = 0;
	for (const one of offered) {
		const quality = Math.max(...[one.mediaType, ...one.also].map((type) => qualityOf(type, ranges)));
		if (quality > highest) [best, highest] = [one, quality];
	}
	return best;
}

interface Range {
	type: string;
	quality: number;
}

/** The media ranges of an Accept header; parameters other than `q` do not count. */
function rangesOf(accept: string): Range[] {
	return accept.split(',').map((item) => {
		const [type = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
		const quality = parameters.find((parameter) => parameter.startsWith('q='));
		return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
	});
}

/** How much a media type is liked: by the range that names it most exactly; 0 where none does. */
function qualityOf(mediaType: string, ranges: readonly Range[]): number {
	const [type = ''] = mediaType.toLowerCase().split(';');
	const names = [type, `${type.split('/')[0]}/*`, '*/*'];
	for (const name of names) {
		const range = ranges.find((candidate) => candidate.type === name);
		if (range) return range.quality;
	}
	return 0;
}
