import type { Issue } from '$lib/domain/issue';
import { noteOrderOf } from '$lib/domain/note-number';
import type { Draft } from '../draft';
import { featureIdOf } from '../form';
import { breachIn, quote } from '../rule-list';

/** The numbers of notes: every claim about a feature has one, nothing else has, and none is given twice. */
export function* noteIssues({ features, claims, versions, noteOrder, sourcesSound }: Draft): Generator<Issue> {
	if (noteOrder === null || !sourcesSound) return;
	const order = new Map(Object.entries(noteOrder.value));
	const withdrawn = new Set(versions.flatMap(({ value }) => value.claims.withdrawn.map(({ id }) => id)));
	const about = noteOrderOf(claims.map(({ value }) => ({ id: value.id, about: value.about.map(featureIdOf) })));
	for (const feature of new Set([...features.map(({ value }) => value.id), ...order.keys()])) {
		const [now, numbered] = [about[feature] ?? [], order.get(feature) ?? []];
		const lacking = now.filter((id) => !numbered.includes(id));
		if (lacking.length > 0) {
			const message = `No number is given to notes of ${quote(feature)}: ${lacking.join(', ')}.`;
			const remedy = 'Add them at the end of its list; npm run geodata -- number does it.';
			yield breachIn('note-numbered', noteOrder, `/${feature}`, message, remedy);
		}
		for (const [index, id] of numbered.entries()) {
			// A claim that is about the feature no longer keeps its number too: it once was a note there.
			if (now.includes(id) || withdrawn.has(id) || wasAbout(versions, id, feature)) continue;
			const message = `The number ${index + 1} of ${quote(feature)} is given to ${quote(id)}, which is no claim about it and never was.`;
			const remedy = 'Correct the id. A number that a claim has had stays with it.';
			yield breachIn('note-known', noteOrder, `/${feature}/${index}`, message, remedy);
		}
	}
}

function wasAbout(versions: Draft['versions'], id: string, feature: string): boolean {
	return versions.some(({ value }) =>
		value.claims.changed.some(({ id: changed, was }) => changed === id && was.about.includes(feature))
	);
}
