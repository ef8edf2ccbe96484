import { groupBy } from '$lib/domain/group-by';
import type { Issue } from '$lib/domain/issue';
import type { Draft } from '../draft';
import { breachIn } from '../rule-list';

/** At most so many, so that a mistyped number of paragraphs is a report and not a flood. */
const MAX_UNCOVERED = 1000;

/** Every paragraph of every source is the ground of a claim or listed as unmapped, and not both. */
export function* paragraphIssues({ sources, claims, soundFiles }: Draft): Generator<Issue> {
	const claimed = groupBy(claims, ({ file }) => [file]);
	for (const source of sources) {
		const { document, unmapped } = source.value;
		const grounds = new Set(claimed.get(source.file)?.map(({ value }) => value.selector.paragraph));
		const listed = new Set<number>();
		for (const [index, { paragraph }] of unmapped.entries()) {
			const pointer = `/unmapped/${index}/paragraph`;
			if (paragraph > document.paragraphs) {
				const message = `Paragraph ${paragraph} is listed; the document has ${document.paragraphs}.`;
				yield breachIn('unmapped-paragraph', source, pointer, message, 'Correct the paragraph.');
			} else if (listed.has(paragraph)) {
				const message = `Paragraph ${paragraph} is listed twice.`;
				yield breachIn('unmapped-paragraph', source, pointer, message, 'Keep one of the two.');
			} else if (grounds.has(paragraph)) {
				const message = `Paragraph ${paragraph} is listed as unmapped, and a claim rests on it.`;
				const remedy = 'Remove it from the list, or correct the claim.';
				yield breachIn('paragraph-contradicted', source, pointer, message, remedy);
			}
			listed.add(paragraph);
		}
		// A claim that does not read may be the one that rests on the paragraph.
		if (!soundFiles.has(source.file)) continue;
		let found = 0;
		for (let paragraph = 1; paragraph <= document.paragraphs && found < MAX_UNCOVERED; paragraph++) {
			if (grounds.has(paragraph) || listed.has(paragraph)) continue;
			found += 1;
			const message = `No claim rests on paragraph ${paragraph}, and it is not listed as unmapped.`;
			yield breachIn('paragraph-covered', source, '/unmapped', message, 'Add a claim, or list it with the reason.');
		}
	}
}
