import { phrases } from './phrases';
import { wordSet } from './word-set';
import { table } from './word-table';

/** Words that count, below a hundred; those above multiply what stands before them. */
export const SMALL = table<number>(
	Object.fromEntries([
		...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
			.split(' ')
			.map((word, value) => [word, value] as const),
		...'twenty thirty forty fifty sixty seventy eighty ninety'
			.split(' ')
			.map((word, index) => [word, 20 + 10 * index] as const)
	])
);
export const LARGE = table<number>({
	hundred: 100,
	thousand: 1e3,
	million: 1e6,
	billion: 1e9,
	trillion: 1e12,
	dozen: 12
});
/** What a letter after digits stands for. */
export const SHORT = byWords<number>([1e3, 'k'], [1e6, 'm mn mln'], [1e9, 'bn'], [1e12, 'tn trn']);

export const ORDINALS = table<number>(
	Object.fromEntries(
		'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
			.split(' ')
			.map((word, index) => [word, index + 1])
	)
);

/** Words that count without being numbers. */
export const COUNTS = byWords<number>(
	[2, 'both pair couple duo twin twice double twofold'],
	[3, 'trio thrice triple threefold tripartite']
);

/** Parts of a whole. */
export const FRACTIONS = byWords<number>(
	[1 / 2, 'half halves'],
	[1 / 3, 'third thirds'],
	[1 / 4, 'quarter quarters'],
	[1 / 5, 'fifth fifths'],
	[1 / 10, 'tenth tenths']
);

/** Rough counts, by the least and the most that they can mean. */
export const ROUGH = table<readonly [number, number]>({
	dozens: [24, 120],
	scores: [40, 200],
	hundreds: [200, 2000],
	thousands: [2000, 2e5],
	millions: [2e6, 2e9],
	billions: [2e9, 2e12]
});

export type Bound = 'about' | 'nearly' | 'more' | 'least' | 'less' | 'most';

/** What is said of how exact a number is, before it and after it. */
export const BOUNDS = (
	[
		[
			'about',
			`about, around, approximately, approx, roughly, circa, some, an estimated, estimated at, estimated, in the
			region of, in the order of, on the order of, close on, more or less, give or take, perhaps, ca`,
			'or so, or thereabouts, odd, approximately, roughly'
		],
		['nearly', 'nearly, almost, close to, just under, just short of, just below, not quite, approaching, shy of', ''],
		[
			'more',
			`over, more than, above, exceeding, exceed, exceeds, exceeded, upwards of, upward of, in excess of, greater
			than, larger than, higher than, longer than, beyond, well over, north of, top, topped, topping, surpassed,
			surpassing, surpass, past, no fewer than, no less than`,
			'plus, or more, and more, and counting, at the least'
		],
		[
			'least',
			'at least, a minimum of, not less than, not fewer than, no fewer than, no less than, minimum',
			'or more, at least, at a minimum'
		],
		[
			'less',
			`under, less than, fewer than, below, beneath, smaller than, lower than, shorter than, short of, barely,
			scarcely`,
			'or less, or fewer'
		],
		[
			'most',
			'up to, at most, a maximum of, no more than, not more than, as many as, as much as, not exceeding, maximum',
			'at most, at the most, or less, or fewer'
		]
	] as const
).map(([bound, before, after]) => ({ bound, before: phrases(before), after: phrases(after) }));

/** Which of them a desk would let stand for each other. */
export const SAME_BOUND: Readonly<Record<Bound, readonly Bound[]>> = {
	about: ['about', 'nearly'],
	nearly: ['nearly', 'about', 'less'],
	more: ['more', 'least'],
	least: ['least', 'more'],
	less: ['less', 'nearly', 'most'],
	most: ['most', 'less']
};

/** A value for each of several words. */
function byWords<T>(...rows: readonly (readonly [value: T, words: string])[]): Readonly<Record<string, T>> {
	return table(Object.fromEntries(rows.flatMap(([value, words]) => words.split(' ').map((word) => [word, value]))));
}

/** Currencies by signs and words; those with a word of a country before them are found by that. */
export const CURRENCIES = byWords<string>(
	['dollar', '$ us$ usd dollar dollars buck bucks'],
	['euro', '€ eur euro euros'],
	['pound', '£ gbp pound pounds sterling'],
	['yen', '¥ yen'],
	['yuan', 'yuan'],
	['rouble', 'rouble roubles ruble rubles ₽'],
	['lira', 'lira liras ₺'],
	['dinar', 'dinar dinars'],
	['dirham', 'dirham dirhams'],
	['riyal', 'riyal riyals'],
	['rial', 'rial rials'],
	['franc', 'franc francs'],
	['krone', 'krone kroner'],
	['krona', 'krona kronor'],
	['rupee', 'rupee rupees'],
	['shekel', 'shekel shekels'],
	['peso', 'peso pesos'],
	['cent', 'cent cents']
);

/** Units of measure: what they measure, and how many of its base unit they are (metres, kilograms, days, square metres, litres). */
export const MEASURES = byWords<readonly [string, number]>(
	[['length', 1], 'metre meter metres meters'],
	[['length', 1e3], 'km kilometre kilometer kilometres kilometers'],
	[['length', 1609.344], 'mile miles'],
	[['length', 0.3048], 'foot feet'],
	[['mass', 1], 'kg kilogram kilograms kilo kilos'],
	[['mass', 1e3], 'tonne tonnes ton tons'],
	[['area', 1e4], 'hectare hectares'],
	[['area', 4046.86], 'acre acres'],
	[['volume', 1], 'litre litres liter liters'],
	[['volume', 158.987], 'barrel barrels'],
	[['power', 1], 'megawatt megawatts mw'],
	[['power', 1e3], 'gigawatt gigawatts gw']
);

/** What parts a number from words that are no unit of it. */
export const NO_UNIT_AFTER = wordSet('a an in on at to and or for by from with after before as than');
