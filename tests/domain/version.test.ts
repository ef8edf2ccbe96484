import { expect, test } from 'vitest';
import { compareVersions } from '$lib/domain/version';

test.each([
	['1.0.0', '2.0.0'],
	['1.9.0', '1.10.0'],
	['1.0.0-alpha', '1.0.0-alpha.1'],
	['1.0.0-alpha.1', '1.0.0-alpha.beta'],
	['1.0.0-beta.2', '1.0.0-beta.11'],
	['1.0.0-rc.1', '1.0.0'],
	['1.0.0-rc-1', '1.0.0']
])('%s is older than %s', (older, newer) => {
	expect(compareVersions(older, newer)).toBeLessThan(0);
	expect(compareVersions(newer, older)).toBeGreaterThan(0);
});

test('what stands after a plus sign does not count', () => {
	expect(compareVersions('1.0.0+one', '1.0.0+two')).toBe(0);
});
