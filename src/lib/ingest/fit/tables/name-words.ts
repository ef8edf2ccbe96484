import { wordSet } from './word-set';

/** Words with a capital that name nobody: days, months, forms of address, ranks and offices, points of the compass. */
export const NO_NAMES =
	wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
	november december i mr mrs ms miss dr prof sir dame lord lady president premier chancellor minister prime secretary general
	king queen prince princess emperor sultan sheikh emir pope bishop senator governor mayor ambassador envoy admiral colonel captain
	major lieutenant sergeant marshal commander chairman spokesman spokeswoman spokesperson deputy vice foreign government state
	north south east west northern southern eastern western yes`);

/** Small words within names. */
export const SMALL_WORDS = wordSet(
	'of the and for in on de la le du des da do dos das von van der den al el ul bin ibn abu to'
);

/** What makes the name of a people or a language of that of a country. */
export const DEMONYM_ENDINGS = wordSet('n an ian ean ese ish i s ns ans ians eans is er ers ite ites ic');

/** Whose currency it is where a text says no more than “dollars” or “$”. */
export const CURRENCY_OWNERS: readonly (readonly [string, string])[] = [
	['us', 'dollar'],
	['american', 'dollar'],
	['british', 'pound']
];

/** Verbs by which somebody is let speak. */
export const SAYING =
	wordSet(`said says told announced announces warned warns claims claimed asserts asserted stated states added adds argued argues
	confirmed confirms acknowledged declared declares maintained insisted wrote writes`);

/** Before a verb of saying: who that is, the sentence before may say. */
export const SPEAKER_BEFORE = wordSet('his her he she they their it its who');

/** Words past which nobody is looked for who says something. */
export const NO_SPEAKER_PAST = wordSet('that to it he she they there would had has have was were will is are');

/** Verbs that tell one thing from its two sides. */
export const CONVERSES: readonly (readonly [readonly string[], readonly string[]])[] = [
	[['lose'], ['beat', 'defeat', 'win']],
	[['sell'], ['buy', 'purchase', 'acquire']],
	[['lend'], ['borrow']],
	[
		['give', 'send', 'deliver'],
		['receive', 'get']
	],
	[['precede'], ['follow', 'succeed']],
	[['flee'], ['pursue', 'chase']]
];
