import type { Issue } from '$lib/domain/issue';
import type { Draft } from '../draft';
import { breach } from '../rule-list';

/** Every paragraph of every source is the ground of a claim or listed as unmapped, and not both. */
export function paragraphIssues({ sources, claims, soundFiles }: Draft): Issue[] {
	const claimed = new Map<string, Set<number>>();
	for (const { file, value } of claims) {
		claimed.set(file, (claimed.get(file) ?? new Set()).add(value.selector.paragraph));
	}
	const issues: Issue[] = [];
	for (const { file, value } of sources) {
		const grounds = claimed.get(file) ?? new Set<number>();
		const unmapped = new Set<number>();
		const { paragraphs } = value.document;
		value.unmapped.forEach(({ paragraph }, index) => {
			const place = `/unmapped/${index}/paragraph`;
			if (paragraph > paragraphs) {
				const message = `Paragraph ${paragraph} is listed; the document has ${paragraphs}.`;
				issues.push(breach('unmapped-paragraph', file, place, message, 'Correct the paragraph.'));
			} else if (unmapped.has(paragraph)) {
				const message = `Paragraph ${paragraph} is listed twice.`;
				issues.push(breach('unmapped-paragraph', file, place, message, 'Keep one of the two.'));
			} else if (grounds.has(paragraph)) {
				const message = `Paragraph ${paragraph} is listed as unmapped, and a claim rests on it.`;
				issues.push(
					breach('paragraph-contradicted', file, place, message, 'Remove it from the list, or correct the claim.')
				);
			}
			unmapped.add(paragraph);
		});
		// A claim that does not read may be the one that rests on the paragraph.
		if (!soundFiles.has(file)) continue;
		for (const paragraph of uncovered(paragraphs, grounds, unmapped)) {
			const message = `No claim rests on paragraph ${paragraph}, and it is not listed as unmapped.`;
			issues.push(breach('paragraph-covered', file, '/unmapped', message, 'Add a claim, or list it with the reason.'));
		}
	}
	return issues;
}

/** At most a thousand, so that a mistyped number of paragraphs is a report and not a flood. */
function* uncovered(paragraphs: number, grounds: Set<number>, unmapped: Set<number>): Generator<number> {
	let found = 0;
	for (let paragraph = 1; paragraph <= paragraphs && found < 1000; paragraph++) {
		if (grounds.has(paragraph) || unmapped.has(paragraph)) continue;
		found += 1;
		yield paragraph;
	}
}
