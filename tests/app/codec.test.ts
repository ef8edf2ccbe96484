import { describe, expect, it } from 'vitest';
import { intervalOf } from '$lib/domain/edtf';
import { EVERYTHING } from '$lib/filter/criteria';
import { type AddressView, DEFAULT_VIEW, formatAddress, isSameCamera, parseAddress } from '$lib/app/codec';

const vocabulary = {
	layers: new Set(['tartus', 'homs']),
	topics: new Set(['bases', 'ports', 'money']),
	sources: new Set(['first', 'second']),
	agents: new Set(['peskov', 'kremlin']),
	former: {
		agents: new Map([['officials', ['kremlin']]]),
		questions: new Map([['bases', ['ours', 'ships']]])
	},
	groups: new Set(['officials', 'analysts']),
	unquoted: new Map([['turkey', { name: 'Turkey', claims: ['c-1', 'c-2'] }]]),
	questions: new Set(['leaving', 'staying', 'ours', 'ships']),
	features: new Set(['port', 'air-base'])
};

function parse(address: string) {
	const url = new URL(address, 'http://atlas.example/');
	return parseAddress(url.searchParams, url.hash, vocabulary);
}

describe('formatAddress and parseAddress', () => {
	it.each<[string, AddressView]>([
		['the default view', DEFAULT_VIEW],
		['lists', { ...DEFAULT_VIEW, criteria: { ...EVERYTHING, layers: ['homs'], topics: ['bases', 'money'] } }],
		['an empty list', { ...DEFAULT_VIEW, criteria: { ...EVERYTHING, topics: [] } }],
		['open ends', { ...DEFAULT_VIEW, criteria: { ...EVERYTHING, said: { from: null, to: '2025-03-31' } } }],
		[
			'the other clock, what was known, groups and contradiction',
			{
				...DEFAULT_VIEW,
				criteria: {
					...EVERYTHING,
					groups: ['analysts'],
					happened: { from: '2018-01-01', to: null },
					known: '2024-12-12',
					contested: true
				}
			}
		],
		['undated claims', { ...DEFAULT_VIEW, criteria: { ...EVERYTHING, undated: true } }],
		['Arabic and signs', { ...DEFAULT_VIEW, criteria: { ...EVERYTHING, text: 'طرطوس & 50% #1 + ?' } }],
		['a question', { ...DEFAULT_VIEW, criteria: { ...EVERYTHING, questions: ['staying'] } }],
		[
			'a polygon',
			{
				...DEFAULT_VIEW,
				criteria: {
					...EVERYTHING,
					area: [
						[35.5, 34],
						[37, 34],
						[36, -1.25]
					]
				}
			}
		],
		['an extent', { ...DEFAULT_VIEW, criteria: { ...EVERYTHING, bbox: [-170.5, -1, 170, 1.25] } }],
		['a feature and a camera', { ...DEFAULT_VIEW, feature: 'port', camera: { zoom: 7.25, lat: 34.889, lng: -35.887 } }]
	])('give back %s', (_, view) => {
		expect(parse(formatAddress(view))).toEqual({ view, problems: [] });
	});

	it('write nothing for the default view', () => {
		expect(formatAddress(DEFAULT_VIEW)).toBe('');
	});

	it('write lists so that a person can read them', () => {
		const criteria = { ...EVERYTHING, layers: ['tartus', 'homs'] };
		expect(formatAddress({ ...DEFAULT_VIEW, criteria })).toBe('?layers=tartus,homs');
	});

	it('write no more decimals than the zoom can show', () => {
		const camera = { zoom: 4, lat: 34.123456789, lng: 35.987654321 };
		expect(formatAddress({ ...DEFAULT_VIEW, camera })).toBe('#map=4/34.12/35.99');
	});
});

describe('parseAddress', () => {
	it.each(['groups', 'agents'])('says of %s whom no source quotes, and asks for nothing by them', (list) => {
		const { view, problems } = parse(`?${list}=turkey&topics=bases`);
		expect(view.criteria).toEqual({ ...EVERYTHING, topics: ['bases'] });
		expect(problems.map(({ detail }) => detail)).toEqual([
			`${list} has no “turkey”. Turkey is spoken of in 2 claims, quoted in none: a search for the name finds what is said of them.`
		]);
	});

	it('takes repeated parameters as a form sends them', () => {
		expect(parse('?topics=bases&topics=money').view.criteria.topics).toEqual(['bases', 'money']);
	});

	it('understands the id that an agent had before, also where a group has it now', () => {
		const { view, problems } = parse('?agents=officials&groups=officials');
		expect(problems).toEqual([]);
		expect(view.criteria).toEqual({ ...EVERYTHING, agents: ['kremlin'], groups: ['officials'] });
		expect(formatAddress(view)).toBe('?agents=kremlin&groups=officials');
	});

	it('reads the former id of a question that was divided as each of its parts, and all questions as a clause', () => {
		const { view, problems } = parse('?questions=bases');
		expect(problems).toEqual([]);
		expect(view.criteria.questions).toEqual(['ours', 'ships']);
		expect(parse('?questions=bases,leaving,ships').view.criteria.questions).toEqual(['leaving', 'ours', 'ships']);
		expect(parse('?questions=bases,leaving,staying').view.criteria.questions).toHaveLength(4);
	});

	it('takes a list of everything as no clause', () => {
		expect(parse('?layers=tartus&layers=homs').view.criteria.layers).toBeNull();
	});

	it('widens months and years to their days', () => {
		expect(parse('?from=2024-12&to=2025').view.criteria.said).toEqual({ from: '2024-12-01', to: '2025-12-31' });
	});

	it('takes a bound as a person types it', () => {
		const { view, problems } = parse('?from=%202024-12%20&known=2024');
		expect(problems).toEqual([]);
		expect(view.criteria).toEqual({
			...EVERYTHING,
			said: { from: '2024-12-01', to: null },
			known: '2024-12-31'
		});
	});

	it.each([
		'2024',
		'2024-02',
		'2023-02',
		'2024-12-08',
		'0000',
		'9999-12',
		'2024-13',
		'2023-02-29',
		'2024-12-00',
		'20241208'
	])('takes %s for the days for which the data takes it', (date) => {
		const edtf = intervalOf(date);
		const expected = 'wrong' in edtf ? { from: null, to: null } : edtf;
		expect(parse(`?from=${date}&to=${date}`).view.criteria.said).toEqual(expected);
	});

	it.each([
		['known=2024-12~', 'A bound is certain'],
		['from=2024-XX', 'A bound is certain'],
		['to=2024-12-08?', 'A bound is certain'],
		['from=2018/2019', 'from and to'],
		['happened-from=2018/..', 'happened-from and happened-to'],
		['known=2024-12-01/2024-12-05', 'one date, not an interval'],
		['known=yesterday?', 'or 2024-12-08, not “yesterday?”.']
	])('says of %s what to write instead', (query, remedy) => {
		const { view, problems } = parse(`?${query}`);
		expect(view).toEqual(DEFAULT_VIEW);
		expect(problems).toHaveLength(1);
		expect(problems[0]!.detail).toMatch(/must be a year, a month or a day, such as 2024, 2024-12 or 2024-12-08/);
		expect(problems[0]!.detail).toContain(remedy);
	});

	it('keeps what it can read and names what it cannot', () => {
		const { view, problems } = parse('?topics=bases,nonsense&feature=gone&from=yesterday&bbox=1,2,3#map=far/away');
		expect(view.criteria).toEqual({ ...EVERYTHING, topics: ['bases'] });
		expect(view.feature).toBeNull();
		expect(problems.map(({ parameter }) => parameter)).toEqual(['topics', 'from', 'bbox', 'feature', 'map']);
	});

	it.each([
		'?from=2025&to=2024',
		'?bbox=0,10,1,5',
		'?bbox=0,0,1,91',
		'?area=0,0,1,1',
		'?area=0,0,1,1,2',
		'?area=0,0,1,1,2,91',
		`?area=${'0,0,'.repeat(101)}`,
		`?q=${'x'.repeat(201)}`,
		'#map=99/0/0',
		'#map=5/91/0'
	])('falls back from %s', (address) => {
		const { view, problems } = parse(address);
		expect(view).toEqual(DEFAULT_VIEW);
		expect(problems).toHaveLength(1);
	});

	it('has no prototype to trip over', () => {
		expect(parse('?layers=__proto__,constructor&feature=toString').problems).toHaveLength(3);
	});
});

describe('two cameras', () => {
	const camera = { zoom: 6, lat: 34.9, lng: 35.9 };
	const pixel = 360 / (512 * 2 ** 6);

	it.each([
		[{}, true],
		[{ lng: 35.9 + pixel / 2 }, true],
		[{ lng: 35.9 + 2 * pixel }, false],
		[{ lat: 34.9 - 2 * pixel }, false],
		[{ zoom: 6.01 }, false]
	])('of which one is other by %o are the same: %s', (change, same) => {
		expect(isSameCamera(camera, { ...camera, ...change })).toBe(same);
	});
});
