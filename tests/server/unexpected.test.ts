import { afterEach, expect, test, vi } from 'vitest';
import { errorMessage, logError } from '$lib/server/unexpected';

afterEach(() => {
	vi.restoreAllMocks();
});

test('an error is one line of the log, with what was asked and why it failed', () => {
	const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	logError({ method: 'GET', url: 'http://atlas.example/features/x?q=1' }, new TypeError('Broken\nin two lines'));
	const line = String(write.mock.calls[0]?.[0]);
	expect(line.trimEnd()).not.toContain('\n');
	expect(JSON.parse(line)).toMatchObject({ level: 'error', method: 'GET', address: '/features/x?q=1' });
	expect(line).toContain('TypeError: Broken');
});

test.each([400, 404, 405, 500, 503])('what a person is told of a %i is a sentence without details', (status) => {
	expect(errorMessage(status)).toMatch(/^[A-Z].*\.$/);
});
