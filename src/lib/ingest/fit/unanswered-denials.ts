import { clauseAfter, type Denial, type Denials } from './denials';
import { antonymsOf, kinOf } from './lexicon';
import { areForms, areKin, areNear, hasFormIn, isContent, phraseIn, type Word, wordNear, wordsNear } from './reading';
import { DENYING_NEXT, DENYING_PREFIXES, HINDERING, LIGHT, ONLY_THEN, REFUSING, SOLE } from './tables/negation-words';

/** The denials of one text that nothing in another answers to. */
export function unanswered(from: Denials, to: Denials): Denial[] {
	const [own, other] = [withoutShared(from, to), withoutShared(to, from)];
	return own.denials.filter((denial) => denial.kind !== 'hindering' && !isAnswered(denial, own, other));
}

/** A text without the refusals that the other tells by the same or a like word, which set neither against the other. */
function withoutShared(text: Denials, other: Denials): Denials {
	const isShared = ({ word, kind }: Denial) =>
		(kind === 'refusing' || kind === 'hindering') &&
		word.low !== 'too' &&
		!isDoubled(word, text) &&
		other.words.some((same) => areNear(word, same) && !isDoubled(same, other));
	return { ...text, denials: text.denials.filter((denial) => !isShared(denial)) };
}

/** True for a refusal that is denied, as by “not” in “not ruled out” and by “no” in “raised no objection”. */
function isDoubled(word: Word, { denials }: Denials): boolean {
	return denials.some((one) => one.kind === 'denying' && one.word.at < word.at && one.focus.slice(0, 2).includes(word));
}

/** The refusal that a denial denies. */
function doubledBy({ kind, focus }: Denial, { denials }: Denials): Denial | undefined {
	return kind === 'denying'
		? denials.find((other) => other.kind !== 'denying' && focus.includes(other.word))
		: undefined;
}

/** True where the other text denies the same, says it by an opposite, or says otherwise that it is not so. */
function isAnswered(denial: Denial, from: Denials, to: Denials): boolean {
	const doubled = doubledBy(denial, from);
	if (doubled) return isYesAgain(denial, doubled, to);
	// “Does not lift” a refusal that the other text has alone is asked for by the refusal.
	if (denial.kind !== 'denying' && isDoubled(denial.word, from)) return true;
	return isToldOtherwise(denial, to) || isDeniedToo(denial, to);
}

/** By a form that needs no denial: “only then”, “the sole one”, “the longest”, “unsaid”, “disengaged”. */
function isToldOtherwise({ word, kind, focus }: Denial, { words, denials }: Denials): boolean {
	if (focus.some((one) => words.some((other) => isDeniedForm(one, other)))) return true;
	if (kind !== 'denying') return false;
	// “No other”, “nobody else”: what is the only one has none beside it.
	if (wordsNear(word, 1, 4).some(({ low }) => OTHERS.has(low)) && phraseIn(words, SOLE) !== undefined) return true;
	// “Not until”, “no … before”: what is so only then.
	if (clauseAfter(word, 14).some(({ low }) => UNTIL.has(low)) && phraseIn(words, ONLY_THEN) !== undefined) return true;
	// “No strike was longer”: what is the longest.
	if (clauseAfter(word, 12).some(isComparative) && words.some(isSuperlative)) return true;
	const said = wordNear(word, 1);
	return (
		said !== undefined &&
		denials.some((other) => other.kind === 'prefix' && other.focus.some((one) => areForms(one, said)))
	);
}

const OTHERS = new Set(['other', 'else', 'but']);
const UNTIL = new Set(['until', 'till', 'before', 'unless', 'without']);

function isComparative(word: Word): boolean {
	return ['more', 'less'].includes(word.low) || isLonger(word, 'er');
}

function isSuperlative(word: Word): boolean {
	return ['most', 'least', 'best', 'worst', 'record'].includes(word.low) || isLonger(word, 'est');
}

/** True for a word with an ending that a word of the dictionary is without. */
function isLonger({ low, lemmas }: Word, ending: string): boolean {
	return low.endsWith(ending) && [...lemmas].some((lemma) => lemma.length < low.length);
}

function isDeniedToo({ focus, kind, word }: Denial, to: Denials): boolean {
	const isOver = (one: Word) => to.denials.some((other) => other.word !== one && other.reach.has(one));
	const wordsLike = (like: (other: Word) => boolean) => to.words.filter((other) => isContent(other) && like(other));
	const meets = focus.map((one) => kinIn(to, one));
	const [first] = focus;
	const near = first ? wordsLike((other) => areNear(first, other) || haveOneStem(first, other)) : [];
	if ([near, ...meets].flat().some(isOver)) return true;
	if (focus.some((one) => wordsLike((other) => isTurned(one, other)).some((other) => !isOver(other)))) return true;
	if (kind === 'prefix') return near.length === 0 || kinIn(to, word).length > 0;
	if (kind === 'refusing') {
		return (
			wordsLike((other) => areNear(word, other)).some((other) => !isOver(other)) ||
			(meets.flat().length === 0 && to.any)
		);
	}
	const asked = DENYING_NEXT.has(word.low) ? meets.slice(0, 1) : meets;
	return (to.denials.length > 0 || to.lasting) && asked.flat().length === 0;
}

/** “Successful” and “succeeded”, which the dictionary does not tell as kin. */
function haveOneStem(word: Word, other: Word): boolean {
	return other.low.length > STEM && word.low.slice(0, STEM) === other.low.slice(0, STEM);
}
const STEM = 5;

function kinIn({ words }: Denials, word: Word): Word[] {
	return words.filter((other) => areKin(word, other));
}

/** True where a word is the opposite of another, which says by itself what a denial of the other says. */
function isTurned(word: Word, other: Word): boolean {
	return !hasFormIn(word, LIGHT) && [...word.lemmas].some((lemma) => hasFormIn(other, antonymsOf(lemma)));
}

/** A refusal that is denied says yes: so does the other text where it refuses nothing, or denies a refusal too. */
function isYesAgain(denial: Denial, doubled: Denial, to: Denials): boolean {
	if (to.denials.some((other) => doubledBy(other, to) !== undefined || isUnhindered(other))) return true;
	const denied = [...denial.focus.slice(1), ...doubled.focus].flatMap((word) => kinIn(to, word));
	return !to.denials.some(({ reach }) => denied.length === 0 || denied.some((word) => reach.has(word)));
}

/** “Disengaged” of “engagement”. */
function isDeniedForm(word: Word, { low }: Word): boolean {
	return DENYING_PREFIXES.some(
		(prefix) =>
			low.startsWith(prefix) && low.length >= prefix.length + 4 && hasFormIn(word, kinOf(low.slice(prefix.length)))
	);
}

/** “Unhindered”: a denial and a refusal in one word. */
function isUnhindered({ kind, focus }: Denial): boolean {
	return kind === 'prefix' && phraseIn(focus, [...REFUSING, ...HINDERING]) !== undefined;
}
