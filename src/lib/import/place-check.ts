import type { Geometry } from 'geojson';
import { positionsOf } from '$lib/domain/extent';
import type { OwnChoice } from '$lib/domain/own-feature';
import { PROJECTED } from './own-draft';
import { isGeometry, placeProblem } from './own-geometry';
import { counted, type Issues } from './issues';
import { asChosen, PROJECTIONS } from './projection';

/** Holds the places of one file against the globe, and asks the person where its numbers may mean something else. */
export class PlaceCheck {
	readonly #issues: Issues;
	readonly #choice: OwnChoice;
	#projected = 0;
	#swapped = 0;
	#good = 0;
	#atZero: string[] = [];

	constructor(issues: Issues, choice: OwnChoice = {}) {
		this.#issues = issues;
		this.#choice = choice;
	}

	/** The geometry as the person wants it, when it is sound and on the globe; null, with an issue at `place`, where it is not. */
	hold(given: Geometry, place: () => string): Geometry | null {
		const geometry = asChosen(given, this.#choice);
		if (!isGeometry(geometry)) {
			this.#issues.add(place(), 'Its coordinates are too few, or do not form the shape that they should.');
			return null;
		}
		const problem = placeProblem(geometry);
		if (problem) {
			if (problem.projected) this.#projected += 1;
			if (problem.swapped) this.#swapped += 1;
			this.#issues.add(place(), problem.message);
			return null;
		}
		this.#good += 1;
		if (liesAtZero(geometry)) this.#atZero.push(place());
		return geometry;
	}

	/** Tells what concerns the file as a whole; to be called once, after its last feature. */
	end(): void {
		const { answers = {} } = this.#choice;
		if (this.#projected > this.#good) this.#issues.addFirst(PROJECTED);
		if (this.#projected > this.#good || answers.projection !== undefined) {
			this.#issues.questions.push({
				kind: 'projection',
				message: 'The coordinates may be metres of a projection. Which one is it?',
				answers: PROJECTIONS
			});
		}
		if (this.#swapped > 0 || answers.axes !== undefined) {
			this.#issues.questions.push({
				kind: 'axes',
				message:
					answers.axes === undefined
						? `${counted(this.#swapped, 'position')} would be on the globe with latitude and longitude the other way round.`
						: 'Which way round are latitude and longitude?',
				answers: [
					{ value: 'as-written', label: 'As the file has them' },
					{ value: 'swapped', label: 'The other way round' }
				]
			});
		}
		const [first] = this.#atZero;
		if (first !== undefined) {
			const one = this.#atZero.length === 1;
			this.#issues.add(
				first,
				`${one ? 'It lies' : `It and ${counted(this.#atZero.length - 1, 'other feature')} lie`} at 0, 0 in the Gulf of Guinea. That usually means that the place is not known.`
			);
		}
	}
}

/** Whether a geometry has a point, or all its positions, at 0, 0. */
function liesAtZero(geometry: Geometry): boolean {
	for (const [lng, lat] of positionsOf(geometry)) if (lng !== 0 || lat !== 0) return false;
	return true;
}
