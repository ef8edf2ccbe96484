import { expect, test } from 'vitest';
import { like } from '$lib/filter/like';
import { pick, randomOf } from '../fixtures/random';

test.each([
	['Tartus', 'Tar%', true],
	['Tartus', '%tus', true],
	['Tartus', '%art%', true],
	['Tartus', 'T_rtus', true],
	['Tartus', 'tar%', false],
	['Tartus', 'Tartu', false],
	['Tartus', 'Tartuss', false],
	['', '%', true],
	['', '_', false],
	['', '', true],
	['x', '', false],
	['50 %', '50 \\%', true],
	['50 x', '50 \\%', false],
	['a_b', 'a\\_b', true],
	['a\\b', 'a\\\\b', true],
	['a\\', 'a\\', true],
	['😀', '_', true],
	['😀', '__', false],
	['a😀', '%_', true],
	['😀', '%__', false],
	['a.b', 'a.b', true],
	['axb', 'a.b', false],
	['aab', '%a%b', true],
	['mississippi', 'm%iss%pi', true],
	['mississippi', 'm%iss%is', false]
])('%j LIKE %j is %s', (text, pattern, expected) => {
	expect(like(text, pattern)).toBe(expected);
});

test('it agrees with the definition, tried in full', () => {
	const random = randomOf(5);
	for (let run = 0; run < 5000; run++) {
		const text = Array.from({ length: random() * 8 }, () => pick(['a', 'b', '😀', '%'], random)).join('');
		const pattern = Array.from({ length: random() * 8 }, () => pick(['a', 'b', '😀', '%', '_', '\\%'], random)).join(
			''
		);
		expect([text, pattern, like(text, pattern)]).toEqual([text, pattern, defined(Array.from(text), pattern)]);
	}
});

test('a pattern that would take a regular expression ages is answered at once', () => {
	const start = performance.now();
	expect(like('a'.repeat(4000), `${'%a'.repeat(1900)}b`)).toBe(false);
	expect(performance.now() - start).toBeLessThan(1000);
});

/** LIKE word by word as the standard defines it, for short texts. */
function defined(text: readonly string[], pattern: string): boolean {
	if (pattern === '') return text.length === 0;
	const [first, ...others] = text;
	const sign = pattern.startsWith('\\%') ? '\\%' : Array.from(pattern)[0]!;
	const rest = pattern.slice(sign.length);
	if (sign === '%') return defined(text, rest) || (text.length > 0 && defined(others, pattern));
	return first !== undefined && (sign === '_' || first === sign.replace('\\', '')) && defined(others, rest);
}
