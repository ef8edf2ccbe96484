import type { WebPage } from '$lib/domain/attribution';
import type { Issue } from '$lib/domain/issue';
import type { Draft, Entry } from '../draft';
import { type ClaimForm, featureIdOf } from '../form';
import { repeats } from '../repeats';
import { breachIn, quote } from '../rule-list';
import { addressesAt } from './addresses';
import { paragraphsBySource, selectorIssues } from './claims';
import { dayIssues } from './days';

/** What ties claims to features, which links of their chains are inferred, and what warns of a source. */
export function* provenanceIssues(draft: Draft): Generator<Issue> {
	const paragraphs = paragraphsBySource(draft);
	for (const claim of draft.claims) {
		yield* namedTwice(claim);
		yield* meaningIssues(claim, paragraphs.get(claim.file));
		yield* linkIssues(claim);
	}
	for (const source of draft.sources) {
		for (const [index, { pages = [] }] of (source.value.warnings ?? []).entries()) {
			yield* pageIssues(source, `/warnings/${index}/pages`, pages);
		}
	}
}

function* namedTwice(claim: Entry<ClaimForm>): Generator<Issue> {
	const features = claim.value.about.map(featureIdOf).entries();
	for (const { item } of repeats(features, ([, feature]) => feature)) {
		const [index, feature] = item;
		const message = `The claim ${quote(claim.value.id)} names the feature ${quote(feature)} twice.`;
		yield breachIn('claim-about-once', claim, `/about/${index}`, message, 'Remove one of the two.');
	}
}

/** The places in the document that say what words of a passage stand for. */
function* meaningIssues(claim: Entry<ClaimForm>, paragraphs: number | undefined): Generator<Issue> {
	const { about, antecedents = [] } = claim.value;
	for (const [list, entries] of Object.entries({ about, antecedents })) {
		for (const [index, entry] of entries.entries()) {
			if (typeof entry === 'string') continue;
			const path = `/${list}/${index}/meaning`;
			yield* selectorIssues(claim, path, entry.meaning, paragraphs, ['meaning is in', 'passage of the meaning']);
		}
	}
}

function* linkIssues(claim: Entry<ClaimForm>): Generator<Issue> {
	const { id, attribution } = claim.value;
	for (const [index, { agent, basis, remark, pages }] of attribution.entries()) {
		const path = `/attribution/${index}`;
		if (basis !== 'inferred') {
			if (pages === undefined) continue;
			const message = `The document gives the link ${quote(agent)}, and yet pages that show it stand here.`;
			const remedy = 'Remove “pages”, or mark the link as inferred.';
			yield breachIn('attribution-stated', claim, path, message, remedy);
			continue;
		}
		yield* pageIssues(claim, `${path}/pages`, pages ?? []);
		if (index === attribution.length - 1) {
			const message = `The last link of ${quote(id)}, ${quote(agent)}, is inferred.`;
			const remedy = 'End with the outlet whose document carries the claim.';
			yield breachIn('attribution-stated', claim, path, message, remedy);
		}
		if (remark === undefined || pages === undefined) {
			const message = `The link ${quote(agent)} is inferred, and nothing says ${remark === undefined ? 'why' : 'from what'}.`;
			const remedy = 'Add a remark that says why, and the pages that show it with the day on which they were seen.';
			yield breachIn('attribution-inferred', claim, path, message, remedy);
		}
	}
}

function* pageIssues({ file, path }: Entry<unknown>, member: string, pages: readonly WebPage[]): Generator<Issue> {
	for (const [index, value] of pages.entries()) {
		const page = { file, path: `${path}${member}/${index}`, value };
		yield* addressesAt(page, 'url', 'Give a plain https:// or http:// address.');
		yield* dayIssues('page-seen', page, '/seen', value.seen);
	}
}
