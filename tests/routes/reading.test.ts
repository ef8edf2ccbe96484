import { describe, expect, test } from 'vitest';
import { runsOf } from '$lib/domain/passage';
import { highlightsOf } from '$lib/server/pages/highlights';
import { markedRuns } from '$lib/ui/pages/marked-runs';

describe('passages in a paragraph', () => {
	const marked = markedRuns(
		runsOf('abcdef', [
			{ claim: 'outer', start: 0, end: 5 },
			{ claim: 'inner', start: 2, end: 3 }
		])
	);

	test('each begin once and end once, however they are divided', () => {
		expect(marked.flatMap(({ begins }) => begins)).toEqual(['outer', 'inner']);
		expect(marked.flatMap(({ ends }) => ends)).toEqual(['inner', 'outer']);
	});

	test('begin before their first run and end after their last', () => {
		expect(marked.find(({ begins }) => begins.includes('inner'))?.text).toBe('c');
		expect(marked.find(({ ends }) => ends.includes('outer'))?.text).toBe('de');
	});
});

test('a stretch that says what words of a claim mean is a run of its own, passage or not', () => {
	const spans = [{ claim: 'said', start: 0, end: 4 }];
	const meanings = [
		{ claim: 'later', start: 2, end: 6 },
		{ claim: 'later', start: 2, end: 6 }
	];
	expect(runsOf('abcdefgh', spans, meanings)).toEqual([
		{ text: 'ab', claims: ['said'] },
		{ text: 'cd', claims: ['said'], means: ['later'] },
		{ text: 'ef', claims: [], means: ['later'] },
		{ text: 'gh', claims: [] }
	]);
});

describe('the highlights of a source', () => {
	const css = highlightsOf([
		{ id: 'c-1', about: ['harbour', 'quay'] },
		{ id: 'c-2', about: ['harbour'] }
	]);
	const ruleOf = (part: string) => css.split('\n').find((rule) => rule.startsWith(`.reading-view:has(${part}:hover)`));

	test('a claim lights up its passage and its places', () => {
		expect(ruleOf('[data-claims~="c-1"]')).toContain(
			':is([data-claims~="c-1"], [data-place="harbour"], [data-place="quay"])'
		);
	});

	test('a place lights up all claims about it', () => {
		expect(ruleOf('[data-place="harbour"]')).toContain('[data-claims~="c-1"], [data-claims~="c-2"]');
		expect(ruleOf('[data-place="quay"]')).not.toContain('c-2');
	});

	test('what is chosen lights nothing up while something else is pointed at', () => {
		const ofChosen = css.split('\n').filter((rule) => rule.includes(':target'));
		expect(ofChosen).toHaveLength(5);
		expect(ofChosen.filter((rule) => !rule.startsWith('.reading-view:not(') && !rule.includes('--lit: 0'))).toEqual([]);
	});

	test('a claim lights up where the document says what its words mean, in a light of its own', () => {
		const meaning = { paragraph: 2, start: 0, end: 3, sha256: '' };
		const rules = highlightsOf([
			{ id: 'c-1', about: ['quay'], ties: [{ feature: 'quay', words: 'it', meaning }] },
			{ id: 'c-2', about: ['quay'], antecedents: [{ words: 'he', meaning }] },
			{ id: 'c-3', about: ['quay'] }
		]);
		const meant = rules.split('\n').filter((one) => one.includes('--meant: 1'));
		expect(meant).toHaveLength(4);
		expect(meant[0]).toBe('.reading-view:has([data-claims~="c-1"]:hover) :is([data-means~="c-1"]) { --meant: 1; }');
		expect(rules).not.toContain('[data-means~="c-3"]');
	});

	test('whatever an id holds, it stays a string', () => {
		expect(highlightsOf([{ id: 'a"] {} b', about: [] }])).toContain('[data-claims~="a\\22 ] {} b"]');
	});
});
