import type { Agent } from '$lib/domain/attribution';
import type { Claim } from '$lib/domain/claim';
import { isUnfiltered, type Criteria } from '$lib/filter/criteria';
import type { PlacedFeature } from '$lib/domain/feature';
import { reasonWords, withdrawalOf } from '$lib/domain/history';
import type { Question } from '$lib/domain/question';
import type { Source } from '$lib/domain/source';
import { byId } from '$lib/domain/by-id';
import { inferredWords, withNames } from '$lib/words/attribution-words';
import { CRITERIA_PARAMETERS } from '$lib/filter/criteria-query';
import type { QueryProblem } from '$lib/filter/parameter-reader';
import { criteriaWords, titlesOf } from '$lib/filter/criteria-words';
import { atlasReference, type AtlasPart, type Reference, sourceReference } from '$lib/formats/reference';
import { parseAddress, VIEW_PARAMETERS } from '$lib/app/codec';
import {
	type Citable,
	claimHref,
	dashboardHref,
	featureHref,
	permanentHref,
	questionHref,
	sourceHref
} from '$lib/app/links';
import type { Store } from '$lib/server/store/store';
import { unknownIn, versionProblems } from './parameters';

/** What is cited, as the dataset has it. */
export type Cited =
	| { kind: 'claim'; claim: Claim; source: Source }
	| { kind: 'source'; source: Source }
	| { kind: 'question'; question: Question }
	| { kind: 'view'; criteria: Criteria; feature: PlacedFeature | null };

/** A citation: what it is of, the address at which that can be found again, and what to refer to. */
export interface Citation {
	/** What is cited, in words. */
	title: string;
	/** The permanent link: the address with the version of the dataset, with scheme and host. */
	link: string;
	references: Reference[];
}

const ALONE = ['claim', 'source', 'question'] as const;

/** What a query asks to cite; null where it names something that is not there. `problems` says all that is wrong with it. */
export async function readCited(
	store: Store,
	query: URLSearchParams
): Promise<{ cited: Cited | null; problems: QueryProblem[] }> {
	const problems = [...unknownIn(query, [...ALONE, ...VIEW_PARAMETERS]), ...versionProblems(query, store.vocabulary)];
	const [kind, ...others] = ALONE.filter((name) => query.has(name));
	if (kind === undefined) {
		const { view, problems: ofView } = parseAddress(query, '', store.vocabulary);
		const feature = view.feature === null ? null : await store.feature(view.feature);
		// A feature that is not there is not cited as all that there is.
		const isMissing = feature === null && Boolean(query.get('feature'));
		const cited = isMissing ? null : ({ kind: 'view', criteria: view.criteria, feature } as const);
		return { cited, problems: [...problems, ...ofView] };
	}
	const beside = [...others, ...['feature', ...CRITERIA_PARAMETERS].filter((name) => query.has(name))];
	for (const parameter of beside) {
		const value = clip(query.get(parameter) ?? '');
		problems.push({ parameter, value, detail: `A ${kind} is cited alone, without ${parameter}.` });
	}
	const [id = '', ...repeated] = new Set(query.getAll(kind));
	if (repeated.length > 0) {
		const detail = `${kind} has ${1 + repeated.length} values, and can have one.`;
		problems.push({ parameter: kind, value: clip(id), detail });
	}
	const cited = await findCited(store, kind, id);
	if (!cited) problems.push({ parameter: kind, value: clip(id), detail: missing(store, kind, id) });
	return { cited, problems };
}

async function findCited(store: Store, kind: (typeof ALONE)[number], id: string): Promise<Cited | null> {
	const { sources } = store.catalogue;
	const sourceOf = (wanted: string) => sources.find((candidate) => candidate.id === wanted);
	switch (kind) {
		case 'claim': {
			const claim = await store.claim(id);
			const source = claim && sourceOf(claim.source);
			return source ? { kind, claim, source } : null;
		}
		case 'source': {
			const source = sourceOf(id);
			return source ? { kind, source } : null;
		}
		case 'question': {
			const [question, ...others] = questionsOf(store, id);
			return question && others.length === 0 ? { kind, question } : null;
		}
	}
}

/** The question of an id; several where that was the id of one that was divided. */
function questionsOf({ catalogue: { questions }, vocabulary: { former } }: Store, id: string): Question[] {
	const ids = former.questions.get(id) ?? [id];
	return questions.filter((question) => ids.includes(question.id));
}

function missing(store: Store, kind: string, id: string): string {
	const parts = kind === 'question' ? questionsOf(store, id) : [];
	if (parts.length > 0) {
		const names = parts.map((part) => `“${part.id}”`).join(' and ');
		return `The question “${clip(id)}” was divided into ${names}: cite one of these.`;
	}
	const { history } = store.catalogue;
	const gone = kind === 'claim' ? withdrawalOf(history, 'claims', id) : null;
	if (gone) return `The claim “${clip(id)}” was withdrawn in version ${gone.version}: ${reasonWords(gone.why)}`;
	return `There is no ${kind} “${clip(id)}”.`;
}

/** The citation of something, from the atlas at `origin`; `today` is the day of access, year-month-day. */
export function citationOf({ catalogue }: Store, cited: Cited, origin: string, today: string): Citation {
	const { info } = catalogue;
	const permanent = (href: string) => origin + permanentHref(href, info.version);
	const ofAtlas = (part: AtlasPart): Citation => ({
		title: part.title ?? info.title,
		link: part.address,
		references: [atlasReference(info, part, today)]
	});
	switch (cited.kind) {
		case 'claim': {
			const { claim, source } = cited;
			const recorded = ofAtlas({
				id: `atlas-${claim.id}`,
				title: titleOfClaim(claim),
				address: permanent(claimHref(source.id, claim.id)),
				note: noteOn(claim, catalogue.agents)
			});
			return {
				...recorded,
				references: [sourceReference(source, claim.selector.paragraph, claim.id), ...recorded.references]
			};
		}
		case 'source': {
			const { source } = cited;
			return { title: source.title, link: permanent(sourceHref(source.id)), references: [sourceReference(source)] };
		}
		case 'question': {
			const { id, title } = cited.question;
			return ofAtlas({ id: `atlas-question-${id}`, title, address: permanent(questionHref(id)) });
		}
		case 'view': {
			const { criteria, feature } = cited;
			if (isUnfiltered(criteria)) {
				if (!feature) return ofAtlas({ id: 'atlas', title: null, address: permanent(dashboardHref()) });
				const address = permanent(featureHref(feature.id));
				return ofAtlas({ id: `atlas-${feature.id}`, title: feature.name, address });
			}
			const what = feature ? `${feature.name} on the map` : 'Map';
			const title = `[${what}, filtered: ${criteriaWords(criteria, titlesOf(catalogue))}]`;
			const id = feature ? `atlas-view-${feature.id}` : 'atlas-view';
			return ofAtlas({ id, title, address: permanent(dashboardHref({ criteria, feature: feature?.id ?? null })) });
		}
	}
}

/** What the citation of a claim says of it: what is inferred of its chain, and whether it is proved. */
function noteOn({ id, inferred = [], proof }: Claim, agents: readonly Agent[]): string {
	const behind = inferred.length > 0 ? `, ${inferredWords(withNames(inferred, byId(agents)))}` : '';
	return `Claim ${id}${behind}.${proof === 'unproved' ? ' Its passage is not proved.' : ''}`;
}

/** What has been cited, for its address. */
export function citableOf(cited: Cited): Citable {
	switch (cited.kind) {
		case 'claim':
			return { claim: cited.claim.id };
		case 'source':
			return { source: cited.source.id };
		case 'question':
			return { question: cited.question.id };
		case 'view':
			return { criteria: cited.criteria, feature: cited.feature?.id ?? null };
	}
}

/** A claim has no title but what it says; it is a sentence, and its full stop is none of a title. */
function titleOfClaim({ text }: Claim): string {
	return text.replace(/\.$/, '');
}

function clip(text: string): string {
	return text.slice(0, 60);
}
