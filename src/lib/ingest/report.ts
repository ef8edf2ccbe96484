import { groupBy } from '$lib/domain/group-by';
import type { Issue } from '$lib/domain/issue';

/** All issues as a text to print, grouped by file, with how many there are; for none, a sentence that says so. */
export function reportIssues(issues: readonly Issue[]): string {
	if (issues.length === 0) return 'The data keeps every rule.';
	const files = groupBy(issues, (issue) => [issue.file]);
	const blocks = [...files].map(([file, found]) => {
		const lines = found.map(
			({ path, rule, message, remedy }) => `${path === '' ? '' : `  ${path}\n`}    ${message} ${remedy} [${rule}]`
		);
		return `${file === '' ? 'The data folder' : file}: ${counted(found.length, 'issue')}\n${lines.join('\n')}`;
	});
	const where = files.size === 1 ? 'one file' : `${files.size} files`;
	return `${blocks.join('\n\n')}\n\n${counted(issues.length, 'issue')} in ${where}.`;
}

function counted(number: number, what: string): string {
	return `${number} ${what}${number === 1 ? '' : 's'}`;
}
