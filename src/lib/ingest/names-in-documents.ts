import type { Feature } from '$lib/domain/feature';
import type { Issue } from '$lib/domain/issue';
import { locationOf } from './location';
import { breachIn, quote } from './rule-list';

/**
 * The names that are credited to a source whose document does not have them, letter for letter and as whole words. `texts`
 * are the documents that are at hand, by the ids of their sources; of the others nothing is said.
 */
export function uncreditableNames(features: readonly Feature[], texts: ReadonlyMap<string, string>): Issue[] {
	return features.flatMap((feature) => {
		return feature.names.flatMap(({ text, sources = [] }, index) =>
			sources.flatMap((source) => {
				const document = texts.get(source);
				if (document === undefined || standsIn(text, document)) return [];
				const message = `The name ${quote(text)} of ${quote(feature.id)} is credited to ${quote(source)}, whose document does not have it so.`;
				const remedy = 'Write it as the document does, or take the source off it.';
				return [breachIn('name-in-document', locationOf(feature), `/properties/names/${index}`, message, remedy)];
			})
		);
	});
}

/** Whether a text has a name as whole words: “Libya” does not stand in “Libyan”. Unicode is compared composed (NFC). */
function standsIn(name: string, text: string): boolean {
	const [wanted, whole] = [name.normalize('NFC'), text.normalize('NFC')];
	const isPartOfWord = (character: string | undefined) =>
		character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);
	for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
		const before = Array.from(whole.slice(Math.max(0, at - 2), at)).at(-1);
		const [after] = whole.slice(at + wanted.length, at + wanted.length + 2);
		if (!isPartOfWord(before) && !isPartOfWord(after)) return true;
	}
	return false;
}
