import { antonymsOf, kinOf } from './lexicon';
import { clauseAfter, type Denial, type Denials } from './denials';
import { areForms, areKin, areNear, isContent, phraseIn, type Reading, type Word } from './reading';
import { DENYING_NEXT, DENYING_PREFIXES, HINDERING, LIGHT, ONLY_THEN, REFUSING, SOLE } from './tables/negation-words';

/** The denials of one text that nothing in another answers to. */
export function unanswered(from: Denials, to: Denials): Denial[] {
	const [own, other] = [withoutShared(from, to), withoutShared(to, from)];
	return own.denials.filter((denial) => denial.kind !== 'hindering' && !isAnswered(denial, own, other));
}

/** A text without the refusals that the other tells by the same or a like word, which set neither against the other. */
function withoutShared(text: Denials, other: Denials): Denials {
	const isShared = ({ at, kind }: Denial) => {
		const word = text.words[at];
		if (
			kind === 'denying' ||
			kind === 'prefix' ||
			word === undefined ||
			word.low === 'too' ||
			doublerOf(at, text) !== undefined
		)
			return false;
		return other.words.some((same, place) => areNear(word, same) && doublerOf(place, other) === undefined);
	};
	return { ...text, denials: text.denials.filter((denial) => !isShared(denial)) };
}

/** What denies a refusal, as “not” does in “not ruled out” and “no” in “raised no objection”. */
function doublerOf(at: number, { words, denials }: Denials): Denial | undefined {
	const word = words[at];
	return denials.find(
		(one) => one.kind === 'denying' && one.at < at && word !== undefined && one.focus.slice(0, 2).includes(word)
	);
}

/** The refusal that a denial denies. */
function doubledBy({ kind, focus }: Denial, { words, denials }: Denials): Denial | undefined {
	if (kind !== 'denying') return undefined;
	return denials.find(({ kind: other, at }) => other !== 'denying' && focus.some((word) => word === words[at]));
}

/** True where the other text denies the same, says it by an opposite, or says otherwise that it is not so. */
function isAnswered(denial: Denial, from: Denials, to: Denials): boolean {
	const doubled = doubledBy(denial, from);
	if (doubled) return isYesAgain(denial, doubled, to);
	// “Does not lift” a refusal that the other text has alone is asked for by the refusal.
	if (denial.kind !== 'denying' && doublerOf(denial.at, from)) return true;
	return isToldOtherwise(denial, from, to) || isDeniedToo(denial, from, to);
}

/** By a form that needs no denial: “only then”, “the sole one”, “the longest”, “unsaid”. */
function isToldOtherwise(denial: Denial, from: Denials, to: Denials): boolean {
	const has = (phrases: readonly string[]) => phraseIn(to.words, phrases) !== undefined;
	if (isOfOthers(denial, from) && has(SOLE)) return true;
	if (isUntil(denial, from) && has(ONLY_THEN)) return true;
	if (isComparing(denial, from) && to.words.some(isSuperlative)) return true;
	return isUnsaid(denial, from, to) || denial.focus.some((word) => to.words.some((other) => isDeniedForm(word, other)));
}

function isDeniedToo(denial: Denial, from: Denials, to: Denials): boolean {
	const { focus, kind, at: place } = denial;
	const whole = from.words[place];
	const isOver = (at: number) => to.denials.some((other) => other.at !== at && other.reach.has(at));
	const placesWhere = (fits: (other: Word) => boolean) =>
		to.words.flatMap((other, at) => (isContent(other) && fits(other) ? [at] : []));
	const meets = focus.map((word) => placesOf(word, to));
	const near = placesWhere(
		(other) => focus[0] !== undefined && (areNear(focus[0], other) || haveOneStem(focus[0], other))
	);
	if ([near, ...meets].some((places) => places.some(isOver))) return true;
	if (focus.some((word) => placesWhere((other) => isTurned(word, other)).some((at) => !isOver(at)))) return true;
	if (kind === 'prefix') {
		return near.length === 0 || (whole !== undefined && to.words.some((other) => areKin(whole, other)));
	}
	const none = (list: readonly number[][]) => list.every((places) => places.length === 0);
	if (kind === 'refusing') {
		const like = placesWhere((other) => whole !== undefined && areNear(whole, other));
		return like.some((at) => !isOver(at)) || (none(meets) && to.any);
	}
	const asked = DENYING_NEXT.has(whole?.low ?? '') ? meets.slice(0, 1) : meets;
	return (to.denials.length > 0 || to.lasting) && none(asked);
}

/** “Successful” and “succeeded”, which the dictionary does not tell as kin. */
function haveOneStem(word: Word, other: Word): boolean {
	return other.low.length > STEM && word.low.slice(0, STEM) === other.low.slice(0, STEM);
}
const STEM = 5;

function placesOf(word: Word, { words }: Reading): number[] {
	return words.flatMap((other, at) => (areKin(word, other) ? [at] : []));
}

/** True where a word is the opposite of another, which says by itself what a denial of the other says. */
function isTurned(word: Word, other: Word): boolean {
	if ([...word.lemmas].some((lemma) => LIGHT.has(lemma))) return false;
	return [...word.lemmas].some((lemma) => [...antonymsOf(lemma)].some((opposite) => other.lemmas.has(opposite)));
}

/** A refusal that is denied says yes: so does the other text where it refuses nothing, or denies a refusal too. */
function isYesAgain(denial: Denial, doubled: Denial, to: Denials): boolean {
	if (to.denials.some((other) => doubledBy(other, to) !== undefined || isUnhindered(other))) return true;
	const denied = [...denial.focus.slice(1), ...doubled.focus].flatMap((word) => placesOf(word, to));
	const over = to.denials.filter(({ reach }) => denied.some((at) => reach.has(at)));
	return denied.length === 0 ? to.denials.length === 0 : over.length === 0;
}

/** “Did not say” where the other text has “unsaid”. */
function isUnsaid({ at, kind }: Denial, from: Reading, to: Denials): boolean {
	const next = from.words[at + 1];
	if (kind !== 'denying' || next === undefined) return false;
	return to.denials.some((other) => other.kind === 'prefix' && other.focus.some((word) => areForms(word, next)));
}

/** “Disengaged” of “engagement”. */
function isDeniedForm(word: Word, { low }: Word): boolean {
	return DENYING_PREFIXES.some((prefix) => {
		if (!low.startsWith(prefix) || low.length < prefix.length + 4) return false;
		const kin = kinOf(low.slice(prefix.length));
		return [...word.lemmas].some((lemma) => kin.has(lemma));
	});
}

/** “Unhindered”: a denial and a refusal in one word. */
function isUnhindered({ kind, focus }: Denial): boolean {
	return kind === 'prefix' && phraseIn(focus, [...REFUSING, ...HINDERING]) !== undefined;
}

/** “Not until”, “no … before”: what is so only then. */
function isUntil({ at, kind }: Denial, reading: Reading): boolean {
	return (
		kind === 'denying' &&
		clauseAfter(reading, at, 14).some(({ low }) => ['until', 'till', 'before', 'unless', 'without'].includes(low))
	);
}
/** “No strike was longer”: what is the longest. */
function isComparing({ at, kind }: Denial, reading: Reading): boolean {
	if (kind !== 'denying') return false;
	return clauseAfter(reading, at, 12).some(
		({ low, lemmas }) =>
			low === 'more' || low === 'less' || (low.endsWith('er') && [...lemmas].some((lemma) => lemma.length < low.length))
	);
}

function isSuperlative({ low, lemmas }: Word): boolean {
	if (['most', 'least', 'best', 'worst', 'record'].includes(low)) return true;
	return low.endsWith('est') && [...lemmas].some((lemma) => lemma.length < low.length);
}

/** “No other”, “nobody else”: what is the only one has none beside it. */
function isOfOthers({ at, kind }: Denial, { words }: Reading): boolean {
	return (
		kind === 'denying' &&
		words.slice(at + 1, at + 4).some(({ low }) => low === 'other' || low === 'else' || low === 'but')
	);
}
