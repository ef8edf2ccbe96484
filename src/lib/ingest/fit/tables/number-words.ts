import { phrases } from './phrases';
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
export const SHORT = table<number>({
	k: 1e3,
	m: 1e6,
	mn: 1e6,
	mln: 1e6,
	bn: 1e9,
	tn: 1e12,
	trn: 1e12
});

export const ORDINALS = table<number>(
	Object.fromEntries(
		'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
			.split(' ')
			.map((word, index) => [word, index + 1])
	)
);

/** Words that count without being numbers. */
export const COUNTS = table<number>({
	both: 2,
	pair: 2,
	couple: 2,
	duo: 2,
	twin: 2,
	twice: 2,
	double: 2,
	twofold: 2,
	trio: 3,
	thrice: 3,
	triple: 3,
	threefold: 3,
	tripartite: 3
});

/** Parts of a whole. */
export const FRACTIONS = table<number>({
	half: 1 / 2,
	halves: 1 / 2,
	third: 1 / 3,
	thirds: 1 / 3,
	quarter: 1 / 4,
	quarters: 1 / 4,
	fifth: 1 / 5,
	fifths: 1 / 5,
	tenth: 1 / 10,
	tenths: 1 / 10
});

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

/** What is said of how exact a number is; `after` where the words follow it. */
export const BOUNDS: Readonly<Record<Bound, { before: readonly string[]; after: readonly string[] }>> = {
	about: {
		before:
			phrases(`about, around, approximately, approx, roughly, circa, some, an estimated, estimated at, estimated, in the
			region of, in the order of, on the order of, close on, more or less, give or take, perhaps, ca`),
		after: phrases('or so, or thereabouts, odd, approximately, roughly')
	},
	nearly: {
		before: phrases('nearly, almost, close to, just under, just short of, just below, not quite, approaching, shy of'),
		after: []
	},
	more: {
		before:
			phrases(`over, more than, above, exceeding, exceed, exceeds, exceeded, upwards of, upward of, in excess of, greater
			than, larger than, higher than, longer than, beyond, well over, north of, top, topped, topping, surpassed,
			surpassing, surpass, past, no fewer than, no less than`),
		after: phrases('plus, or more, and more, and counting, at the least')
	},
	least: {
		before: phrases('at least, a minimum of, not less than, not fewer than, no fewer than, no less than, minimum'),
		after: phrases('or more, at least, at a minimum')
	},
	less: {
		before:
			phrases(`under, less than, fewer than, below, beneath, smaller than, lower than, shorter than, short of, barely,
			scarcely`),
		after: phrases('or less, or fewer')
	},
	most: {
		before: phrases(
			'up to, at most, a maximum of, no more than, not more than, as many as, as much as, not exceeding, maximum'
		),
		after: phrases('at most, at the most, or less, or fewer')
	}
};

/** Which of them a desk would let stand for each other. */
export const SAME_BOUND: Readonly<Record<Bound, readonly Bound[]>> = {
	about: ['about', 'nearly'],
	nearly: ['nearly', 'about', 'less'],
	more: ['more', 'least'],
	least: ['least', 'more'],
	less: ['less', 'nearly', 'most'],
	most: ['most', 'less']
};

/** Currencies by signs and words; those with a word of a country before them are found by that. */
export const CURRENCIES = table<string>({
	$: 'dollar',
	us$: 'dollar',
	usd: 'dollar',
	dollar: 'dollar',
	dollars: 'dollar',
	buck: 'dollar',
	bucks: 'dollar',
	'€': 'euro',
	eur: 'euro',
	euro: 'euro',
	euros: 'euro',
	'£': 'pound',
	gbp: 'pound',
	pound: 'pound',
	pounds: 'pound',
	sterling: 'pound',
	'¥': 'yen',
	yen: 'yen',
	yuan: 'yuan',
	rouble: 'rouble',
	roubles: 'rouble',
	ruble: 'rouble',
	rubles: 'rouble',
	'₽': 'rouble',
	lira: 'lira',
	liras: 'lira',
	'₺': 'lira',
	dinar: 'dinar',
	dinars: 'dinar',
	dirham: 'dirham',
	dirhams: 'dirham',
	riyal: 'riyal',
	riyals: 'riyal',
	rial: 'rial',
	rials: 'rial',
	franc: 'franc',
	francs: 'franc',
	krone: 'krone',
	kroner: 'krone',
	krona: 'krona',
	kronor: 'krona',
	rupee: 'rupee',
	rupees: 'rupee',
	shekel: 'shekel',
	shekels: 'shekel',
	peso: 'peso',
	pesos: 'peso',
	cent: 'cent',
	cents: 'cent'
});

/** Units of measure: what they measure, and how many of its base unit they are (metres, kilograms, days, square metres, litres). */
export const MEASURES = table<readonly [string, number]>({
	metre: ['length', 1],
	meter: ['length', 1],
	metres: ['length', 1],
	meters: ['length', 1],
	km: ['length', 1e3],
	kilometre: ['length', 1e3],
	kilometer: ['length', 1e3],
	kilometres: ['length', 1e3],
	kilometers: ['length', 1e3],
	mile: ['length', 1609.344],
	miles: ['length', 1609.344],
	foot: ['length', 0.3048],
	feet: ['length', 0.3048],
	kg: ['mass', 1],
	kilogram: ['mass', 1],
	kilograms: ['mass', 1],
	kilo: ['mass', 1],
	kilos: ['mass', 1],
	tonne: ['mass', 1e3],
	tonnes: ['mass', 1e3],
	ton: ['mass', 1e3],
	tons: ['mass', 1e3],
	hectare: ['area', 1e4],
	hectares: ['area', 1e4],
	acre: ['area', 4046.86],
	acres: ['area', 4046.86],
	litre: ['volume', 1],
	litres: ['volume', 1],
	liter: ['volume', 1],
	liters: ['volume', 1],
	barrel: ['volume', 158.987],
	barrels: ['volume', 158.987],
	megawatt: ['power', 1],
	megawatts: ['power', 1],
	mw: ['power', 1],
	gigawatt: ['power', 1e3],
	gigawatts: ['power', 1e3],
	gw: ['power', 1e3]
});
