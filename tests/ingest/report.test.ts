import { describe, expect, test } from 'vitest';
import { reportIssues } from '$lib/ingest/report';

const issue = (file: string, path: string) => ({
	file,
	path,
	rule: 'a-rule',
	message: 'This is wrong.',
	remedy: 'Mend it.'
});

describe('a report', () => {
	test('says that all is well', () => {
		expect(reportIssues([])).toBe('The data keeps every rule.');
	});

	test('has every issue, by file, with place, rule and remedy, and counts them', () => {
		expect(reportIssues([issue('a.json', '/x'), issue('b.json', ''), issue('a.json', '3:1')])).toBe(
			[
				'a.json: 2 issues',
				'  /x',
				'    This is wrong. Mend it. [a-rule]',
				'  3:1',
				'    This is wrong. Mend it. [a-rule]',
				'',
				'b.json: 1 issue',
				'    This is wrong. Mend it. [a-rule]',
				'',
				'3 issues in 2 files.'
			].join('\n')
		);
	});
});
