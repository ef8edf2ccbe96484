import { phrases } from './phrases';
import { wordSet } from './word-set';

/** Words that deny what stands beside them. */
export const DENYING = wordSet('not no never none nobody nothing nowhere neither nor without unless hardly scarcely');

/** Those that deny the verb or the adjective that follows; the others deny any word of their clause. */
export const DENYING_NEXT = wordSet('not never hardly scarcely');

/** Phrases with such a word that deny nothing. */
export const NO_DENIALS =
	phrases(`neither confirm nor deny, not only, not just, not merely, not simply, not least, no doubt, without doubt, whether
	or not, no more than, no less than, no fewer than, not more than, not less than, not fewer than, not exceeding, no
	later than, not later than, no earlier than, not earlier than, nothing but, none other than, not to mention, if
	not, no sooner, not until, no matter, not quite, no one knows, nothing less than`);

/** Words that say that something was not done, not wanted or not so, and whose loss turns a sentence round. */
export const REFUSING =
	phrases(`yet to, fall short, miss, neglect, objection, boycott, scrap, shelve, block, fail, failure to, reject, rejection,
	deny, denial, refuse, refusal, turn down, rule out, rebuff, veto, lack, absence, unable, inability, forbid,
	prohibit, prohibition, ban, prevent, cancel, call off, oppose, opposition, refute, dispute, disavow, repudiate,
	renounce, withhold, refrain, abstain`);

/** Words that deny what stands beside them in one way of many, and are not missed where they are told otherwise. */
export const HINDERING =
	phrases(`abandon, acquit, exonerate, clear, absolve, lift, remove, withdraw, revoke, repeal, abolish, rescind, overturn,
	waive, await, wait, sit out, impossible, unlikely, decline, dismiss, spurn, exclude, lacking, absent, devoid, free
	of, free from, short of, bar, block, stop, halt, cease, end, quit, drop, discontinue, suspend, stall, standstill,
	scrap, shelve, avoid, evade, miss, neglect, omit, ignore, forgo, resist, object, against, contest, contradict,
	rebut, doubt, doubtful, unclear, premature, too soon, too early, yet to, remain to be, undecided, pending, delay,
	postpone, put off, hold back, out of, outside, stay away, keep away, keep out, far from, anything but, rather
	than, instead of, except, apart from, unless, lest, little, few, rarely, seldom, in vain, to no avail, fruitless,
	futile, empty, vacant, void, zero, no longer, disagree, difficult, hard to, wrong, false, hamper, hinder, impede,
	impediment, exempt, reluctant, hesitate, wary, give up, inconclusive, deadlock, impasse, fall through, collapse,
	close, shut, boycott, spare, secret, throw out, strike down, vote down, say no, disprove, elude, escape, stay out,
	leave out, shy away, balk`);

/** Words that may stand where the passage has a denial: what is “not over” goes on. */
export const LASTING =
	phrases(`continue, go on, still, keep, remain, stay, unchanged, same, intact, persist, last, leave, lose, loss, break,
	differ, different, former, gone, longer, open, any, only, alone, sole, otherwise, free, bare, mere, just, yet, so
	far, as yet, weak, poor, alien, silent, idle, despite, although, though, but, rest, under way, underway, ongoing,
	first, unprecedented, too, beyond, less, least, else`);

/** What begins a word that denies the rest of it. */
export const DENYING_PREFIXES = phrases('un, in, im, il, ir, dis, non');

/** Phrases that say the contrary of each other and that no dictionary sets against each other. */
export const CONTRARIES = [
	['still, continue, remain, go on', 'no longer, any more, anymore, cease'],
	['remain open, unresolved, undecided, unsettled, outstanding', 'settle, resolve, decide'],
	['vote against, vote no, oppose', 'vote for, vote in favour, vote in favor, vote yes, back, endorse'],
	['earlier than, sooner than, ahead of schedule, ahead of time', 'later than, behind schedule, overdue'],
	['abstain', 'vote against, vote for, vote in favour, vote yes, vote no'],
	['miss, sit out', 'play, take part, attend, appear'],
	['risk, danger, in danger, at risk', 'no risk, no danger, safe, out of danger'],
	['safe', 'unsafe, dangerous'],
	['guilty, convict', 'acquit, clear, innocent, not guilty'],
	['order, require, oblige, must', 'need not, free to, optional'],
	['allow, permit, let', 'forbid, ban, bar, prohibit'],
	['confirm', 'deny'],
	['lift, end, ease', 'impose, introduce, tighten, extend, prolong'],
	['keep, retain', 'give up, hand over, surrender'],
	['arrive', 'depart'],
	['rise, increase, climb', 'fall, shrink, decrease'],
	['better', 'worse'],
	['join, enter', 'leave, quit']
].map((sides) => sides.map(phrases));

/** After a refusal, what begins another clause. */
export const CLAUSES = wordSet('after before because since when while but which who as until although');

/** After “and” or “but”, what begins a new predicate. */
export const PREDICATES = wordSet('would will had has have was were is are he she they it said could did');

/** Of what is so “not until” something: it is so only then. */
export const ONLY_THEN = phrases(
	'earliest, only, once, after, if, as soon as, first, condition, must, need, require, when'
);

/** Of what has “no other” beside it. */
export const SOLE = phrases('only, sole, solely, alone, single, lone, unique, exclusive, exclusively, one');

/** Words whose opposites mean little, and pairs of which both are there: what is taken was given, who has a wife is a husband. */
export const LIGHT = wordSet(
	`give take come go get make have run stay man woman husband wife father mother son daughter brother sister boy girl buy sell lend
	borrow beat parent child`
);

/** Small words that make another verb of a verb. */
export const PARTICLES = wordSet('up out off down away');
