import type { Claim, DateRecord } from '$lib/domain/claim';
import type { Dataset } from '$lib/domain/dataset';
import { spellingsOf } from '$lib/domain/feature';
import type { Issue } from '$lib/domain/issue';
import { edtfOf } from '$lib/domain/issued';
import type { Source } from '$lib/domain/source';
import { fingerprint, passageAt } from '../passage-text';
import { locationOf } from '../location';
import { breachIn, quote } from '../rule-list';
import { finding, type Finding } from './fit-finding';
import { foreignFindings, isForeign, latinDigits } from './foreign';
import type { Ground } from './ground';
import { modalityFindings } from './modality';
import { datesWritten, unexplainedDates } from './recorded';
import { wholeFindings } from './whole';
import { titleFindings, wordingFindings } from './claim-wording';

/** Whether what we wrote fits what the documents say, as far as they are at hand. */
export interface Fit {
	/** How many claims were held against their passages. */
	compared: number;
	/** Ids of those whose passage is in another language, of which only digits, dates and known names were compared. */
	partly: string[];
	issues: Issue[];
}

/** A finding with the member of its claim where it stands. */
type PlacedFinding = Finding & { path: string };

function placed(path: string, findings: readonly Finding[]): PlacedFinding[] {
	return findings.map((finding) => ({ ...finding, path }));
}

/** Holds each claim against its passage, in the documents that are at hand by the ids of their sources. */
export function fitOf(dataset: Dataset, documents: ReadonlyMap<string, readonly string[]>): Fit {
	const fit: Fit = { compared: 0, partly: [], issues: [] };
	const known = knownNames(dataset);
	for (const claim of dataset.claims) {
		const document = documents.get(claim.source);
		const passage = document && passageAt(document, claim.selector);
		const source = dataset.sources.find(({ id }) => id === claim.source);
		// A passage that has moved is told as such; nothing can be held against what stands there now.
		if (!document || !passage || !source || fingerprint(passage) !== claim.selector.sha256) continue;
		fit.compared++;
		const ground = groundOf(dataset, claim, source, document, passage, known);
		if (ground.language !== 'en') fit.partly.push(claim.id);
		const paragraph = document[claim.selector.paragraph - 1] ?? '';
		const findings = [
			...textFindings(dataset, claim, ground),
			...recordedFindings(claim, source, ground, paragraph),
			...chainFindings(dataset, claim, ground, paragraph),
			...selectorFindings(claim, ground, paragraph)
		];
		fit.issues.push(...issuesOf(claim, findings));
	}
	return fit;
}

/** Every person, place and body that the data knows, with its spellings. */
function knownNames({ features, agents, unquoted }: Dataset): string[][] {
	return [...features.map(spellingsOf), ...[...agents, ...unquoted].map(({ name, names = [] }) => [name, ...names])];
}

function groundOf(
	{ features, agents }: Dataset,
	claim: Claim,
	{ record }: Source,
	document: readonly string[],
	passage: string,
	known: string[][]
): Ground {
	const foreign = isForeign(passage, record.language);
	const read = (text: string) => (foreign ? latinDigits(text) : text);
	const meanings = [...(claim.ties ?? []), ...(claim.antecedents ?? [])].map(
		({ meaning }) => passageAt(document, meaning) ?? ''
	);
	const chain = new Set([...claim.attribution, ...(claim.inferred ?? [])].map(({ agent }) => agent));
	const about = features.filter(({ id }) => claim.about.includes(id));
	return {
		passage: read(passage),
		language: foreign ? (record.language ?? 'und') : 'en',
		context: meanings.map(read),
		names: [
			...about.flatMap(spellingsOf),
			...agents.filter(({ id }) => chain.has(id)).flatMap(({ name, names = [], role = '' }) => [name, ...names, role])
		],
		known,
		spoken: claim.said.interval.to,
		days: [claim.said.interval, ...(claim.concerns ? [claim.concerns.interval] : [])],
		features: claim.about.length,
		verbs: claim.attribution.map(({ as }) => as)
	};
}

/** The text, and the titles of the answers that it gives, which may use the words of their question. */
function textFindings({ questions }: Dataset, claim: Claim, ground: Ground): PlacedFinding[] {
	const compare = ground.language === 'en' ? wordingFindings : foreignFindings;
	const titles = claim.positions.flatMap((stance, index) => {
		const question = questions.find(({ id }) => id === stance.question);
		const title = question?.answers.find(({ id }) => id === stance.answer)?.title;
		if (question === undefined || title === undefined || ground.language !== 'en') return [];
		const days = datesWritten(claim.said.edtf);
		const asked = { ...ground, context: [...ground.context, claim.text, question.title, ...days] };
		return placed(`positions/${index}`, titleFindings(title, asked));
	});
	return [...placed('text', compare(claim.text, ground)), ...titles];
}

function recordedFindings(
	claim: Claim,
	{ record, dating }: Source,
	ground: Ground,
	paragraph: string
): PlacedFinding[] {
	const published = datesWritten(edtfOf(record.issued) ?? '');
	const said = datesWritten(claim.said.edtf);
	const of = (member: 'said' | 'concerns', date: DateRecord, more: string[], known: string[]) => {
		const { passage, context, language } = ground;
		const basis = date.basis === 'inferred' ? (date.remark ?? '') : paragraph;
		const written = published.at(-1) ?? ground.spoken;
		const dates = unexplainedDates(date, [passage, ...context, ...more, basis], known, written, language);
		const wrong = (words: string) =>
			`Nothing explains the date ${words}: not the passage, not what its words mean, not a remark.`;
		return placed(
			`${member}/edtf`,
			dates.map((words) => finding('claim-dated', words, wrong(words)))
		);
	};
	return [
		...of('said', claim.said, dating === undefined ? [] : [dating], published),
		...(claim.concerns ? of('concerns', claim.concerns, [], [...published, ...said]) : [])
	];
}

function chainFindings({ agents }: Dataset, claim: Claim, ground: Ground, paragraph: string): PlacedFinding[] {
	if (ground.language !== 'en') return [];
	const byId = new Map(agents.map((agent) => [agent.id, agent]));
	const findings = modalityFindings(claim, byId, ground.passage, paragraph);
	return findings.map((finding) => ({ ...finding, rule: 'claim-modality' }));
}

function selectorFindings({ selector }: Claim, { language }: Ground, paragraph: string): PlacedFinding[] {
	if (language !== 'en') return [];
	return placed('selector', wholeFindings(paragraph, selector.start, selector.end));
}

/** What no exception answers, and the exceptions that answer nothing. */
function issuesOf(claim: Claim, findings: readonly PlacedFinding[]): Issue[] {
	const location = locationOf(claim);
	const { exceptions = [] } = claim;
	const isExcepted = ({ words }: PlacedFinding) => exceptions.some((exception) => covers(exception.words, words));
	const open = findings.filter((finding) => !isExcepted(finding));
	const idle = exceptions.flatMap(({ words }, index) => {
		if (findings.some((finding) => covers(words, finding.words))) return [];
		const message = `The exception ${quote(words)} of ${quote(claim.id)} answers nothing.`;
		return [breachIn('exception-answers', location, `/exceptions/${index}`, message, 'Remove it.')];
	});
	return [
		...open.map(({ rule, path: member, message, remedy }) =>
			breachIn(rule, location, `/${member}`, `${quote(claim.id)}: ${message}`, remedy)
		),
		...idle
	];
}

function covers(words: string, found: string): boolean {
	return ` ${folded(words)} `.includes(` ${folded(found)} `);
}

const folded = (text: string) =>
	text
		.toLowerCase()
		.replace(/[’ʼ]/g, "'")
		.replace(/[^\p{L}\p{N}']+/gu, ' ')
		.trim();
