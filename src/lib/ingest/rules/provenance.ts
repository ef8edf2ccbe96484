import type { WebPage } from '$lib/domain/attribution';
import type { Antecedent } from '$lib/domain/claim';
import { daysOf } from '$lib/domain/interval';
import type { Issue } from '$lib/domain/issue';
import { wrongAddress } from './addresses';
import type { Draft, Entry } from '../draft';
import { type ClaimForm, featureIdOf } from '../form';
import { breach, quote } from '../rule-list';

/** What ties claims to features, which links of their chains are inferred, and what warns of a source. */
export function provenanceIssues({ claims, sources }: Draft): Issue[] {
	const paragraphs = new Map(sources.map(({ file, value }) => [file, value.document.paragraphs]));
	return [
		...claims.flatMap((claim) => [
			...pinnedTwice(claim),
			...antecedentsOf(claim).flatMap(({ path, antecedent }) =>
				meaningIssues(claim.file, path, antecedent, paragraphs.get(claim.file))
			),
			...linkIssues(claim)
		]),
		...sources.flatMap(({ file, path, value: { warnings = [] } }) =>
			warnings.flatMap(({ pages = [] }, index) => pageIssues(file, `${path}/warnings/${index}/pages`, pages))
		)
	];
}

function pinnedTwice({ file, path, value: { id, about } }: Entry<ClaimForm>): Issue[] {
	const ids = about.map(featureIdOf);
	return ids.flatMap((feature, index) => {
		if (ids.indexOf(feature) === index) return [];
		const message = `The claim ${quote(id)} names the feature ${quote(feature)} twice.`;
		return [breach('claim-about-once', file, `${path}/about/${index}`, message, 'Remove one of the two.')];
	});
}

/** The words of a passage that stand for something else, with the places of their entries. */
function antecedentsOf({ path, value }: Entry<ClaimForm>): { path: string; antecedent: Antecedent }[] {
	return [
		...value.about.flatMap((pin, index) =>
			typeof pin === 'string' ? [] : [{ path: `${path}/about/${index}`, antecedent: pin }]
		),
		...(value.antecedents ?? []).map((antecedent, index) => ({ path: `${path}/antecedents/${index}`, antecedent }))
	];
}

function meaningIssues(file: string, path: string, { meaning }: Antecedent, paragraphs: number | undefined): Issue[] {
	const issues: Issue[] = [];
	const { paragraph, start, end } = meaning;
	if (paragraphs !== undefined && paragraph > paragraphs) {
		const message = `The meaning is in paragraph ${paragraph}; the document has ${paragraphs}.`;
		issues.push(breach('selector-paragraph', file, `${path}/meaning/paragraph`, message, 'Correct the paragraph.'));
	}
	if (start >= end) {
		const message = `The passage of the meaning begins at ${start} and ends at ${end}.`;
		issues.push(breach('selector-span', file, `${path}/meaning/end`, message, 'Give an end after the start.'));
	}
	return issues;
}

function linkIssues({ file, path, value: { id, attribution } }: Entry<ClaimForm>): Issue[] {
	return attribution.flatMap(({ agent, basis, remark, pages }, index) => {
		const place = `${path}/attribution/${index}`;
		if (basis !== 'inferred') {
			if (pages === undefined) return [];
			const message = `The document gives the link ${quote(agent)}, and yet pages that show it stand here.`;
			const remedy = 'Remove “pages”, or mark the link as inferred.';
			return [breach('attribution-stated', file, place, message, remedy)];
		}
		const issues = pageIssues(file, `${place}/pages`, pages ?? []);
		if (index === attribution.length - 1) {
			const message = `The last link of ${quote(id)}, ${quote(agent)}, is inferred.`;
			const remedy = 'End with the outlet whose document carries the claim.';
			issues.push(breach('attribution-stated', file, place, message, remedy));
		}
		if (remark === undefined || pages === undefined) {
			const message = `The link ${quote(agent)} is inferred, and nothing says ${remark === undefined ? 'why' : 'from what'}.`;
			const remedy = 'Add a remark that says why, and the pages that show it with the day on which they were seen.';
			issues.push(breach('attribution-inferred', file, place, message, remedy));
		}
		return issues;
	});
}

function pageIssues(file: string, path: string, pages: readonly WebPage[]): Issue[] {
	return pages.flatMap(({ url, seen }, index) => {
		const issues: Issue[] = [];
		const wrong = wrongAddress(url);
		if (wrong !== null) {
			const remedy = 'Give a plain https:// or http:// address.';
			issues.push(breach('web-address', file, `${path}/${index}/url`, `${quote(url)} ${wrong}.`, remedy));
		}
		if (seen.length !== 10 || daysOf(seen)?.first !== seen) {
			const message = `${quote(seen)} is not a day.`;
			const remedy = 'Write it as year-month-day: 2025-03-31.';
			issues.push(breach('page-seen', file, `${path}/${index}/seen`, message, remedy));
		}
		return issues;
	});
}
