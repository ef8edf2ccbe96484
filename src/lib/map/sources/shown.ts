import type { FeatureCollection, Geometry } from 'geojson';
import type { GeoJSONFeatureDiff, GeoJSONSourceDiff } from 'maplibre-gl';
import type { Answer } from '$lib/query/answer';
import type { Evidence } from '$lib/query/evidence';
import type { DrawnFeatures, DrawnProperties } from './features';
import { footnotesOf } from './footnotes';
import { NameChances } from './names';

/** What an answer changes of the drawn features, for MapLibre to change the same. */
export type Changes = Record<keyof DrawnFeatures, GeoJSONSourceDiff>;

/** The drawn features under one answer after the other: it writes into them what each changes, and tells it. */
export class ShownFeatures {
	readonly #drawn: DrawnFeatures;
	readonly #names: NameChances;

	constructor(drawn: DrawnFeatures) {
		this.#drawn = drawn;
		this.#names = new NameChances(drawn);
	}

	/** Takes over an answer and the evidence behind it. Linear in the features; what is told is what differs. */
	show(answer: Pick<Answer, 'marks' | 'chosen' | 'faded'>, evidence: Pick<Evidence, 'age' | 'contested'>): Changes {
		const footnotes = footnotesOf(answer, evidence);
		const names = this.#names.from(answer);
		const shownOf = (number: number) => ({ footnote: footnotes[number] ?? 0, nameFrom: names[number] ?? 0 });
		return { marks: changed(this.#drawn.marks, shownOf), shapes: changed(this.#drawn.shapes, shownOf) };
	}
}

type Shown = Pick<DrawnProperties, 'footnote' | 'nameFrom'>;

function changed(
	{ features }: FeatureCollection<Geometry, DrawnProperties>,
	shownOf: (number: number) => Shown
): GeoJSONSourceDiff {
	const update: GeoJSONFeatureDiff[] = [];
	for (const { id, properties } of features) {
		const number = Number(id);
		const { footnote, nameFrom } = shownOf(number);
		if (properties.footnote === footnote && properties.nameFrom === nameFrom) continue;
		Object.assign(properties, { footnote, nameFrom });
		update.push({
			id: number,
			addOrUpdateProperties: [
				{ key: 'footnote', value: footnote },
				{ key: 'nameFrom', value: nameFrom }
			]
		});
	}
	return { update };
}
