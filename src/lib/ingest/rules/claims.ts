import { intervalOf, readEdtf } from '$lib/domain/edtf';
import type { Issue } from '$lib/domain/issue';
import type { Selector } from '$lib/domain/selector';
import { QUOTATION } from '../copied-wording';
import type { Draft, Entry } from '../draft';
import type { ClaimForm } from '../form';
import { repeats } from '../repeats';
import { breachIn, quote } from '../rule-list';

/** Where the wording itself is the news, so much of it may stand in a claim. */
const MAX_QUOTED_WORDS = 6;

/** Of how many claims one may have exceptions. */
const CLAIMS_PER_EXCEPTION = 20;

/** What each claim must have by itself, and against the document that it rests on. */
export function* claimIssues(draft: Draft): Generator<Issue> {
	const { claims } = draft;
	const kinds = new Map(draft.agents.map(({ value }) => [value.id, value.kind]));
	const paragraphs = paragraphsBySource(draft);
	// What a source says of a passage twice.
	const same = ({ file, value: { selector, text } }: Entry<ClaimForm>) =>
		JSON.stringify([file, selector.paragraph, selector.start, selector.end, text]);
	const duplicates = new Map([...repeats(claims, same)].map(({ item, first }) => [item, first.value.id]));

	for (const claim of claims) {
		const { id, attribution, selector } = claim.value;
		yield* lackIssues(claim);
		yield* dateIssues(claim, 'said');
		yield* dateIssues(claim, 'concerns');
		yield* quotationIssues(claim);

		const outlet = attribution.at(-1);
		const kind = outlet && kinds.get(outlet.agent);
		if (outlet && kind !== undefined && kind !== 'outlet') {
			const message = `The attribution ends with ${quote(outlet.agent)}, which is of the kind ${kind}.`;
			const remedy = 'Add the outlet whose document carries the claim as the last link.';
			yield breachIn('claim-ends-with-outlet', claim, `/attribution/${attribution.length - 1}/agent`, message, remedy);
		}
		yield* selectorIssues(claim, '/selector', selector, paragraphs.get(claim.file), ['selector points at', 'passage']);
		const earlier = duplicates.get(claim);
		if (earlier !== undefined) {
			const message = `The claim ${quote(id)} says of its passage what ${quote(earlier)} says.`;
			yield breachIn('claim-duplicate', claim, '', message, 'Remove one of the two.');
		}
	}
	const excepted = claims.filter(({ value }) => (value.exceptions ?? []).length > 0);
	const most = Math.ceil(claims.length / CLAIMS_PER_EXCEPTION);
	for (const claim of excepted.slice(most)) {
		const message = `${excepted.length} of ${claims.length} claims have exceptions, ${quote(claim.value.id)} among them; ${most} may.`;
		yield breachIn('exceptions-few', claim, '/exceptions', message, 'Word it so that it needs none.');
	}
}

/** How many paragraphs the document of each source has, by the source's file. */
export function paragraphsBySource({ sources }: Draft): ReadonlyMap<string, number> {
	return new Map(sources.map(({ file, value }) => [file, value.document.paragraphs]));
}

/** A selector that points past the end of its document or backwards; `called` is what it is called in the two sentences. */
export function* selectorIssues(
	claim: Entry<ClaimForm>,
	member: string,
	{ paragraph, start, end }: Selector,
	paragraphs: number | undefined,
	[points, passage]: readonly [string, string]
): Generator<Issue> {
	if (paragraphs !== undefined && paragraph > paragraphs) {
		const message = `The ${points} paragraph ${paragraph}; the document has ${paragraphs}.`;
		yield breachIn('selector-paragraph', claim, `${member}/paragraph`, message, 'Correct the paragraph.');
	}
	if (start >= end) {
		const message = `The ${passage} begins at ${start} and ends at ${end}.`;
		yield breachIn('selector-span', claim, `${member}/end`, message, 'Give an end after the start.');
	}
}

/** What a claim has at least one of. */
const NEEDED = [
	['claim-has-feature', 'about', 'is about no feature', 'Name the features, or list the paragraph as unmapped.'],
	['claim-has-topic', 'topics', 'has no topic', 'File it under at least one topic.'],
	['claim-has-attribution', 'attribution', 'does not say who said it', 'Give the chain from the origin to the outlet.']
] as const;

function* lackIssues(claim: Entry<ClaimForm>): Generator<Issue> {
	for (const [rule, list, lack, remedy] of NEEDED) {
		if (claim.value[list].length > 0) continue;
		yield breachIn(rule, claim, `/${list}`, `The claim ${quote(claim.value.id)} ${lack}.`, remedy);
	}
}

function* quotationIssues(claim: Entry<ClaimForm>): Generator<Issue> {
	for (const [quoted] of claim.value.text.matchAll(QUOTATION)) {
		const words = quoted.split(/\s+/).length;
		if (words <= MAX_QUOTED_WORDS) continue;
		const message = `The claim ${quote(claim.value.id)} quotes ${words} words.`;
		const remedy = `Quote at most ${MAX_QUOTED_WORDS}, and say the rest in words of our own.`;
		yield breachIn('claim-quotation', claim, '/text', message, remedy);
	}
}

function* dateIssues(claim: Entry<ClaimForm>, member: 'said' | 'concerns'): Generator<Issue> {
	const date = claim.value[member];
	if (date === undefined) return;
	const interval = intervalOf(date.edtf);
	if ('wrong' in interval) {
		const message = `${quote(date.edtf)} is no date here: ${interval.wrong}.`;
		const remedy = 'Write it as EDTF, such as 2024-12-09, 2025-02, 2018/2019 or 2024-12~.';
		yield breachIn('date-edtf', claim, `/${member}/edtf`, message, remedy);
	} else if (lacksBeginning(date.edtf, member)) {
		const message = `${quote(date.edtf)} does not say where it begins, and could be of any earlier time.`;
		const remedy = 'Begin at the earliest day that the document allows, such as [2022..2024-12-09].';
		yield breachIn('date-beginning', claim, `/${member}/edtf`, message, remedy);
	}
	if (date.basis === 'inferred' && date.remark === undefined) {
		const message = `The date ${quote(date.edtf)} is inferred, and nothing says how.`;
		yield breachIn('date-inferred-remark', claim, `/${member}`, message, 'Add a remark that says how it was found.');
	}
}

/** True for a set that may mean any earlier time, and for a date of saying without a beginning; what is told of may have none. */
function lacksBeginning(edtf: string, member: 'said' | 'concerns'): boolean {
	const date = readEdtf(edtf);
	if ('wrong' in date) return false;
	if (date.kind === 'set') return date.earlier;
	return member === 'said' && date.kind === 'interval' && typeof date.from === 'string';
}
