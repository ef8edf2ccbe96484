import type { Geometry } from 'geojson';
import type { OwnChoice } from '$lib/domain/own-feature';
import { type Draft, MOST_FEATURES, MOST_POSITIONS, tooMany } from './own-draft';
import { countPositions } from './own-geometry';
import type { Issues } from './issues';
import { PlaceCheck } from './place-check';

/** Takes the features of a file that has no lines, one after another, and holds them to the bounds of all files. */
export class BinaryFeatures {
	readonly drafts: Draft[] = [];
	readonly #issues: Issues;
	readonly #check: PlaceCheck;
	#number = 0;
	#positions = 0;

	constructor(issues: Issues, choice: OwnChoice) {
		this.#issues = issues;
		this.#check = new PlaceCheck(issues, choice);
	}

	/** The number of the feature that comes next, for messages. */
	get place(): string {
		return `Feature ${this.#number + 1}`;
	}

	/** Whether no more features are taken. */
	get isFull(): boolean {
		return this.drafts.length >= MOST_FEATURES || this.#positions > MOST_POSITIONS;
	}

	add(geometry: Geometry | null, properties: Record<string, unknown>): void {
		const { place } = this;
		this.#number += 1;
		const held = geometry && this.#check.hold(geometry, () => place);
		if (geometry && !held) return;
		if (held) this.#positions += countPositions(held);
		this.drafts.push({ number: this.#number, geometry: held, properties });
	}

	/** Says why a feature is left out, and counts it. */
	leaveOut(message: string): void {
		this.#issues.add(this.place, message);
		this.#number += 1;
	}

	/** Ends the file, of which so many features were never looked at. */
	end(left = 0): Draft[] {
		if (left > 0) this.#issues.add('', tooMany(this.drafts.length, `${left} features`));
		this.#check.end();
		return this.drafts;
	}
}
