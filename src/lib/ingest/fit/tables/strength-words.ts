import { phrases } from './phrases';

/** A way to say how sure, how many or how much, by words that stand for each other. */
export interface Strength {
	/** What its words say, as it ends “the text says …”. */
	says: string;
	words: readonly string[];
	/** Words that may stand for it without being asked for themselves. */
	like: readonly string[];
	/** Where a text may leave it out: what is true of all is true, but “some” may not become all. */
	mayBeLost?: true;
}

/** What the words of possibility say. */
export const MAY_BE = 'that it may be';

export const STRENGTHS: readonly Strength[] = strengths([
	{
		says: 'that it is only reported',
		words: 'reportedly, allegedly, alleged, purportedly, purported, supposedly, said to, rumour, rumor, unconfirmed',
		like: `according to, said, told, says, report, claim, allege, account, say, tell, by some, hear, apparently,
			accuse`
	},
	{
		says: MAY_BE,
		words: 'may, might, could, possible, possibly, perhaps, maybe, potential, potentially, conceivable, conceivably',
		like: `can, able, capable, let, allow, enable, chance, if, should, were to, would, risk, threaten, threat,
			likely, unlikely, probably, prospect, danger, rule out, option, fear, worry, possibility, unclear, not
			sure, uncertain, capacity, ability, in the event, in case, open to, speculate, feasible, power`
	},
	{
		says: 'that it is likely',
		words: 'likely, unlikely, probably, probable, presumably, in all likelihood',
		like: `expect, expected, forecast, predict, may, might, could, seem, appear, believe, think, chance, odds, set
			to, due`
	},
	{
		says: 'that it seems so',
		words: `appear, seem, seemingly, apparently, apparent, suggest, indicate, hint, imply, look like, look as, looked
			to`,
		like: `look, sign, impression, point to, indication, suggestion, evidently, may, might, could, likely, as if, as
			though, implication, think, believe, estimate, judge, by all accounts, give reason, propose, idea, raise`
	},
	{
		says: 'what somebody believes',
		words: 'believe, think, suspect, reckon, assume, presume, suppose, expect, fear, hope, doubt',
		like: `belief, thought, suspicion, assumption, view, opinion, consider, see, feel, hold, notion, take it, judge,
			expectation, anticipate, worry, concern, afraid, estimate, regard, for, eyes, mind, would, due, likely,
			forecast, predict, wish, want, confident, sure, should, will, set to, convinced, mistrust, sceptical,
			skeptical, question, unsure, dread, optimistic, unclear, await`
	},
	{
		says: 'what somebody believes in',
		words: 'believe in, belief in, trust in, faith in',
		like: '',
		mayBeLost: true
	},
	{
		says: 'that it is certain',
		words: `prove, proof, confirm, demonstrate, establish that, verify, certainly, definitely, undoubtedly, clearly,
			certain, unquestionably, conclusively, show that, guarantee`,
		like: `unconfirmed, unverified, uncertain, show, acknowledge, admit, clear, evidence, make clear, establish,
			sure, assure, no doubt, confirmation, evident, obvious, reveal, corroborate, vouch, ensure, secure`,
		mayBeLost: true
	},
	{
		says: 'what is intended or tried',
		words: `agree to, close to, plan, intend, seek, try, attempt, want, wish, propose, consider, promise, pledge, vow,
			keen to, eager to, hope, mull, offer to, ready to, prepare to, working to`,
		like: `is to, are to, was to, were to, intention, effort, goal, purpose, ambition, ask, request, demand,
			negotiate, negotiation, talk, will, would, should, willing, willingness, ready, readiness, open to,
			expect, set to, due, in order to, so as, bid, push, press, work, prepare, desire, keen, eager, offer,
			commit, commitment, proposal, project, scheme, schedule, may, might, could, option, possible, campaign,
			call for, strive, endeavour, undertake, undertaking, assurance, guarantee, agree, agreement, look to, hop,
			next, purport, design, wants, interest, be to, to be, word, move to, idea, insist, about to, target,
			thinking, examine, weigh, study, look at`
	},
	{
		says: 'that it must be',
		words: 'must, have to, required to, oblige, compel',
		like: `insist, need, require, requirement, condition, ought, necessary, order, force, obligation, call for,
			mandatory, compulsory, bind, law, make, ultimatum, request, press, ask, want, urge, only if, had to, has
			to, be to, are to, is to, was to, were to, instruct, tell to, exact, under pressure`
	},
	{
		says: 'that it should be',
		words: 'should, ought to',
		like: `let, allow, persuade, on the basis, must, would, advise, recommend, urge, call for, need, suggest, were to, if, have to, has to,
			expect, be to, are to, is to, was to, want, demand, right, condition, require, duty, propose, may, ask,
			case, supposed, proper, insist, recommendation, advice, due, by`
	},
	{
		says: 'that it will be',
		words: 'will, going to',
		like: `must, have to, or, would, shall, plan, intend, expect, due, set to, to be, about to, next, tomorrow,
			promise, pledge, vow, schedule, coming, future, bound to, be to, soon, forecast, predict, upcoming,
			refuse, until, when, once, commit, prepare, want, wish, ready, aim, guarantee, later, agree, propose, can,
			may, could, hope, seek, decide, insist, offer`,
		mayBeLost: true
	},
	{
		says: 'on what condition',
		words: `if, unless, provided that, providing that, as long as, on condition, only if, on the condition, in the
			event`,
		like: `must, have to, need, require, should, condition, were to, depend, subject to, once, when, until, whether,
			without, otherwise, conditional, contingent, in case, would, potential, potentially, possible, provided,
			by which, given, in return, exchange, had, were, before, as though, pending, after, assuming, except,
			else, or`
	},
	{
		says: 'that it is the only one',
		words: `only, sole, solely, exclusively, exclusive, alone, lone, nothing but, no other, unique, nowhere else, no
			one else, nobody else`,
		like: `one other, single, just, other than, except, but, merely, mere, nothing, none, no, not, simply, purely,
			limited to, at most, restrict, confine, barely, few, little, all, entirely, else, no more than, as yet,
			first, still, until, another`
	},
	{
		says: 'that it is all of them',
		words: `all, every, everyone, everybody, everything, entire, entirely, whole, wholly, completely, complete,
			totally, fully, always, everywhere, none`,
		like: `each, any, full, total, throughout, both, no, nobody, nothing, never, across, anyone, unanimous,
			unanimously, general, universal, without exception, altogether, outright, entirety, permanently, finish,
			together, in total, neither, ever, countrywide, nationwide, in full, absolute, absolutely, without, other,
			constant, constantly, around the clock, daily`
	},
	{
		says: 'that it is most of them',
		words: `most, mostly, majority, mainly, largely, bulk, almost all, nearly all, predominantly, for the most part,
			virtually all, practically all`,
		like: `half, chiefly, primarily, principally, main, two thirds, percent, per cent, above all, all but, generally,
			chief, almost, nearly, primary, principal, overwhelmingly, especially, particularly, key, top, leading,
			more, highly, very, deeply, est, biggest, largest, least, one of, virtually, essentially, first, by and
			large, extremely`
	},
	{
		says: 'that it is some or part of them',
		words: 'some, part, parts, partly, partially, partial, several, a few, handful, certain, in part',
		like: `few, number, various, portion, piece, section, half, fraction, not all, couple, many, area, areas,
			sections, one of, any, local, multiple, at least, among, somewhat, a, an, component, share, member,
			district, belong, limited, only, incomplete, two, three, four, degree, about, more, of, group, play, role`
	},
	{
		says: 'how it comes out in many cases',
		words: 'often, frequently, regularly, repeatedly, routinely, usually',
		like: `again and again, repeat, frequent, regular, time and again, many, several, usual, normally, generally,
			commonly, habit, tend, more than once, always, again, times, routine, series, constantly, each, every,
			keep, typically, reiterate`
	},
	{
		says: 'that it is of first importance',
		words: `crucial, crucially, vital, vitally, critical, critically, essential, indispensable, decisive, paramount,
			pivotal, key, main, chief, principal, primary, primarily, mainly, chiefly, foremost, central, above all,
			most important`,
		like: `important, importance, major, top, priority, leading, particularly, particular, especially, first, first
			of all, significant, strategic, necessary, need, depend, without, cornerstone, backbone, linchpin, core,
			fundamental, largely, most, mostly, prime, for the most part, rely, biggest, largest, greatest, matter,
			heart, centre, center, lifeline, rest on, turn on, hinge, very, role, part, lead, basic, basis, head,
			essentially, mainstay, bulk, big, principally, predominantly, great, serious, much`,
		mayBeLost: true
	},
	{
		says: 'that it can be done',
		words: 'can',
		like: `could, able, capable, may, might, enable, allow, let, possible, help, unable, difficult, hard, easy,
			access, capability, capacity, ability, power, would, permit, potential, inability, cannot, facilitate,
			equip, free to, in a position, chance, opportunity, right to, entitle, permission, licence, license, room,
			suffice, manage`,
		mayBeLost: true
	}
]);

/** Words that keep what is said from being stated as fact. */
export const HEDGES =
	phrases(`reportedly, allegedly, purportedly, supposedly, apparently, seemingly, may, might, perhaps, possibly, probably,
	presumably, appear to, appeared to, seem, suggest, is believed, are believed, is thought, said to`);

/** Words that tell of a report without saying whose. */
export const REPORTED = phrases('reportedly, allegedly, purportedly, supposedly, said to, report, understand');

/** Strengths with their words in lists. */
function strengths(rows: readonly (Omit<Strength, 'words' | 'like'> & { words: string; like: string })[]): Strength[] {
	return rows.map((row) => ({ ...row, words: phrases(row.words), like: phrases(row.like) }));
}
