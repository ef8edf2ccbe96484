import type { DateRecord } from '$lib/domain/claim';
import { intervalOf, readEdtf } from '$lib/domain/edtf';
import type { Issue } from '$lib/domain/issue';
import type { Draft, Entry } from '../draft';
import type { ClaimForm } from '../form';
import { breach, quote } from '../rule-list';
import { QUOTATION } from '../copied-wording';

/** Where the wording itself is the news, so much of it may stand in a claim. */
const MAX_QUOTED_WORDS = 6;

/** What each claim must have by itself, and against the document that it rests on. */
export function claimIssues(draft: Draft): Issue[] {
	const { claims, agents, sources } = draft;
	const kinds = new Map(agents.map(({ value }) => [value.id, value.kind]));
	const paragraphs = new Map(sources.map(({ file, value }) => [file, value.document.paragraphs]));
	/** What each source has said of each passage, to find what is said twice. */
	const said = new Map<string, string>();
	const issues: Issue[] = [];

	for (const claim of claims) {
		const { file, path, value } = claim;
		issues.push(...partIssues(claim), ...dateIssues(claim, 'said'), ...dateIssues(claim, 'concerns'));

		issues.push(...quotationIssues(claim));

		const outlet = value.attribution.at(-1);
		const kind = outlet && kinds.get(outlet.agent);
		if (outlet && kind !== undefined && kind !== 'outlet') {
			const message = `The attribution ends with ${quote(outlet.agent)}, which is of the kind ${kind}.`;
			const place = `${path}/attribution/${value.attribution.length - 1}/agent`;
			const remedy = 'Add the outlet whose document carries the claim as the last link.';
			issues.push(breach('claim-ends-with-outlet', file, place, message, remedy));
		}

		const { paragraph, start, end } = value.selector;
		const count = paragraphs.get(file);
		if (count !== undefined && paragraph > count) {
			const message = `The selector points at paragraph ${paragraph}; the document has ${count}.`;
			issues.push(breach('selector-paragraph', file, `${path}/selector/paragraph`, message, 'Correct the paragraph.'));
		}
		if (start >= end) {
			const message = `The passage begins at ${start} and ends at ${end}.`;
			issues.push(breach('selector-span', file, `${path}/selector/end`, message, 'Give an end after the start.'));
		}

		const key = JSON.stringify([file, paragraph, start, end, value.text]);
		const earlier = said.get(key);
		if (earlier !== undefined) {
			const message = `The claim ${quote(value.id)} says of its passage what ${quote(earlier)} says.`;
			issues.push(breach('claim-duplicate', file, path, message, 'Remove one of the two.'));
		}
		said.set(key, earlier ?? value.id);
	}
	issues.push(...exceptionIssues(draft));
	return issues;
}

/** Of how many claims one may have exceptions. */
const CLAIMS_PER_EXCEPTION = 20;

function exceptionIssues({ claims }: Draft): Issue[] {
	const excepted = claims.filter(({ value }) => (value.exceptions ?? []).length > 0);
	const most = Math.ceil(claims.length / CLAIMS_PER_EXCEPTION);
	return excepted.slice(most).map(({ file, path, value }) => {
		const message = `${excepted.length} of ${claims.length} claims have exceptions, ${quote(value.id)} among them; ${most} may.`;
		return breach('exceptions-few', file, `${path}/exceptions`, message, 'Word it so that it needs none.');
	});
}

function partIssues({ file, path, value }: Entry<ClaimForm>): Issue[] {
	const issues: Issue[] = [];
	if (value.about.length === 0) {
		const message = `The claim ${quote(value.id)} is about no feature.`;
		issues.push(
			breach(
				'claim-has-feature',
				file,
				`${path}/about`,
				message,
				'Name the features, or list the paragraph as unmapped.'
			)
		);
	}
	if (value.topics.length === 0) {
		const message = `The claim ${quote(value.id)} has no topic.`;
		issues.push(breach('claim-has-topic', file, `${path}/topics`, message, 'File it under at least one topic.'));
	}
	if (value.attribution.length === 0) {
		const message = `The claim ${quote(value.id)} does not say who said it.`;
		issues.push(
			breach(
				'claim-has-attribution',
				file,
				`${path}/attribution`,
				message,
				'Give the chain from the origin to the outlet.'
			)
		);
	}
	return issues;
}

function quotationIssues({ file, path, value }: Entry<ClaimForm>): Issue[] {
	return [...value.text.matchAll(QUOTATION)].flatMap(([quoted]) => {
		const words = quoted.split(/\s+/).length;
		if (words <= MAX_QUOTED_WORDS) return [];
		const message = `The claim ${quote(value.id)} quotes ${words} words.`;
		const remedy = `Quote at most ${MAX_QUOTED_WORDS}, and say the rest in words of our own.`;
		return [breach('claim-quotation', file, `${path}/text`, message, remedy)];
	});
}

function dateIssues({ file, path, value }: Entry<ClaimForm>, member: 'said' | 'concerns'): Issue[] {
	const date: DateRecord | undefined = value[member];
	if (date === undefined) return [];
	const issues: Issue[] = [];
	const interval = intervalOf(date.edtf);
	if ('wrong' in interval) {
		const message = `${quote(date.edtf)} is no date here: ${interval.wrong}.`;
		issues.push(
			breach(
				'date-edtf',
				file,
				`${path}/${member}/edtf`,
				message,
				'Write it as EDTF, such as 2024-12-09, 2025-02, 2018/2019 or 2024-12~.'
			)
		);
	} else if (lacksBeginning(date.edtf, member)) {
		const message = `${quote(date.edtf)} does not say where it begins, and could be of any earlier time.`;
		const remedy = 'Begin at the earliest day that the document allows, such as [2022..2024-12-09].';
		issues.push(breach('date-beginning', file, `${path}/${member}/edtf`, message, remedy));
	}
	if (date.basis === 'inferred' && date.remark === undefined) {
		const message = `The date ${quote(date.edtf)} is inferred, and nothing says how.`;
		issues.push(
			breach('date-inferred-remark', file, `${path}/${member}`, message, 'Add a remark that says how it was found.')
		);
	}
	return issues;
}

/** True for a set that may mean any earlier time, and for a date of saying without a beginning; what is told of may have none. */
function lacksBeginning(edtf: string, member: 'said' | 'concerns'): boolean {
	const date = readEdtf(edtf);
	if ('wrong' in date) return false;
	if (date.kind === 'set') return date.earlier;
	return member === 'said' && date.kind === 'interval' && typeof date.from === 'string';
}
