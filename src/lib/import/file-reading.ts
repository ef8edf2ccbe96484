import type { Geometry } from 'geojson';
import { positionsOf } from '$lib/domain/geometry';
import type { OwnChoice, OwnColumns, OwnQuestionKind } from '$lib/domain/own-feature';
import { isGeometry, placeProblem } from './own-geometry';
import { counted, Issues, Refused } from './issues';
import { asChosen, PROJECTIONS } from './reference-system';

/** A feature as a format's reader found it: its geometry is sound, and nothing has been worked out from it. */
export interface Draft {
	/** Its place among the features of the file, those counted that were not read. */
	number: number;
	geometry: Geometry | null;
	properties: Record<string, unknown>;
}

/** What a file was found to be. */
export interface Found {
	/** What kind of file it is, as people call it. */
	format: string;
	/** The columns of a table, and those that gave the place. */
	columns?: Pick<OwnColumns, 'names' | 'place'>;
	/** What is to be said where nothing in the file is a feature and nothing is wrong. */
	empty?: string;
}

/** The most features that are read of a file. */
export const MOST_FEATURES = 100_000;

/** The most positions that are read of a file: what a phone can still draw. */
const MOST_POSITIONS = 2_000_000;

/**
 * Takes the features of a file one after another, held to the globe and to the bounds of all files, with what is wrong and
 * what is open. Every reader is given one.
 */
export class Reading extends Issues {
	readonly choice: OwnChoice;
	readonly drafts: Draft[] = [];
	#number = 0;
	#positions = 0;
	#projected = 0;
	#swapped = 0;
	/** Where features lie at 0, 0. */
	#atZero: string[] = [];

	/** Begins to read as a person wants it. */
	constructor(choice: OwnChoice = {}) {
		super();
		this.choice = choice;
	}

	/** The number of the feature that comes next, for messages on a file that has no lines. */
	get location(): string {
		return `Feature ${this.#number + 1}`;
	}

	/** Whether no more features are taken. */
	get isFull(): boolean {
		return this.drafts.length >= MOST_FEATURES || this.#positions > MOST_POSITIONS;
	}

	/** What the person has answered to a question. */
	answerTo(kind: OwnQuestionKind): string | undefined {
		return this.choice.answers?.[kind];
	}

	/** Takes a feature if its geometry is sound and on the globe; where it is not, an issue at `location` says so. */
	feature(
		given: Geometry | null,
		properties: Record<string, unknown>,
		location = () => this.location,
		number = this.#number + 1
	): boolean {
		const geometry = given && asChosen(given, this.choice);
		const wrong = geometry && this.#wrongWith(geometry);
		if (wrong) {
			this.skip(wrong, location(), number);
			return false;
		}
		if (geometry && liesAtZero(geometry)) this.#atZero.push(location());
		if (geometry) for (const _ of positionsOf(geometry)) this.#positions += 1;
		this.#number = number;
		this.drafts.push({ number, geometry, properties });
		return true;
	}

	/** Says why a feature is left out, and counts it. */
	skip(message: string, location = this.location, number = this.#number + 1): void {
		this.add(location, message);
		this.#number = number;
	}

	/** Says why a file, or one in it, is not read: what was thrown, if it was for that. */
	refused(error: unknown): Found | null {
		if (!(error instanceof Refused)) throw error;
		this.add(error.location, error.message);
		return error.format === null ? null : { format: error.format };
	}

	/** Says how many features were left out of a file that has more than is read. */
	cutOff(left: number, words = `${left} features`): void {
		if (left === 0) return;
		const isLong = this.#positions > MOST_POSITIONS && this.drafts.length < MOST_FEATURES;
		const most = isLong ? counted(MOST_POSITIONS, 'position') : counted(MOST_FEATURES, 'feature');
		this.add('', `A file is read up to ${most}: ${words} were left out.`);
	}

	/** Tells what concerns the file as a whole; to be called once, after its last feature. */
	end(): void {
		this.tellLeftOut();
		const areProjected = this.#projected > this.drafts.filter(({ geometry }) => geometry).length;
		if (areProjected) {
			this.addFirst(
				'Coordinates look like metres or feet of a projection. The map needs degrees of longitude and latitude (WGS 84, EPSG:4326): reproject the file.'
			);
		}
		if (areProjected || this.answerTo('projection') !== undefined) {
			const message = 'The coordinates may be metres of a projection. Which one is it?';
			this.questions.push({ kind: 'projection', message, answers: PROJECTIONS });
		}
		const isAnswered = this.answerTo('axes') !== undefined;
		if (this.#swapped > 0 || isAnswered) {
			this.questions.push({
				kind: 'axes',
				message: isAnswered
					? 'Which way round are latitude and longitude?'
					: `${counted(this.#swapped, 'position')} would be on the globe with latitude and longitude the other way round.`,
				answers: [
					{ value: 'as-written', label: 'As the file has them' },
					{ value: 'swapped', label: 'The other way round' }
				]
			});
		}
		const [first, ...others] = this.#atZero;
		if (first === undefined) return;
		const lie = others.length === 0 ? 'It lies' : `It and ${counted(others.length, 'other feature')} lie`;
		this.add(first, `${lie} at 0, 0 in the Gulf of Guinea. That usually means that the place is not known.`);
	}

	/** Why a geometry cannot be drawn; null where it can. */
	#wrongWith(geometry: Geometry): string | null {
		if (!isGeometry(geometry)) return 'Its coordinates are too few, or do not form the shape that they should.';
		const problem = placeProblem(geometry);
		if (problem?.projected) this.#projected += 1;
		if (problem?.swapped) this.#swapped += 1;
		return problem && problem.message;
	}
}

/** Whether a geometry has a point, or all its positions, at 0, 0. */
function liesAtZero(geometry: Geometry): boolean {
	for (const [lng, lat] of positionsOf(geometry)) if (lng !== 0 || lat !== 0) return false;
	return true;
}
