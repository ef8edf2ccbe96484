import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import type { Extent } from '$lib/domain/extent';
import type { QueryProblem } from '$lib/filter/parameter-reader';
import { applyFilter, type FilterResult } from '$lib/engine/filter-result';
import type { Clock, Facet } from '$lib/filter/clauses';
import type { Columns } from '$lib/engine/columns';
import { type Evidence, evidenceOf } from '$lib/engine/evidence';
import { clockFor, perhapsAfter, type Timeline, timelineOf, undatedOf } from '$lib/engine/timeline';
import { type DashboardView, ROWS_AT_ONCE, viewOf } from '$lib/engine/view';
import type { AddressView, Camera } from './codec';

/** Who made a change, so that its owner does not answer its own echo. */
export type Origin = 'map' | 'panel' | 'address';

/** A movement that a panel asks of the map. */
export type Movement = { to: 'extent'; extent: Extent } | { to: 'camera'; camera: Camera } | { to: 'home' };

/**
 * What the person is doing: the one owner of criteria, selection and camera. Panels and map read it and ask it to
 * change; neither knows the other.
 */
export class AtlasState {
	/** The dataset, once it has arrived; until then the server's first view stands. */
	columns: Columns | null = $state.raw(null);
	criteria: Criteria = $state.raw(EVERYTHING);
	/** Id of the feature that is open. */
	selected: string | null = $state(null);
	/** Id of the feature under the pointer or the keyboard's focus. */
	hovered: string | null = $state(null);
	/** Several features at one place, to choose among. */
	stack: string[] = $state.raw([]);
	camera: Camera | null = $state.raw(null);
	/** What the address said that could not be read. */
	problems: QueryProblem[] = $state.raw([]);
	/** The clock that the timeline shows; it starts on one that has a clause. */
	clock: Clock = $state('said');
	rowLimit: number = $state(ROWS_AT_ONCE);
	/** True while a person draws something along, such as an end of the time range: the address waits for where it ends. */
	held: boolean = $state(false);
	/** Who made the last change of criteria, selection or camera. */
	origin: Origin = $state('address');
	/** The map's next movement; the map takes it. */
	movement: Movement | null = $state.raw(null);

	readonly #first: DashboardView;

	/** Starts from the view that the server rendered. */
	constructor(first: DashboardView, address: AddressView, problems: QueryProblem[]) {
		this.#first = first;
		this.criteria = address.criteria;
		this.clock = clockFor(address.criteria);
		this.selected = address.feature;
		this.camera = address.camera;
		this.problems = problems;
	}

	/** The filter result; null until the dataset has arrived. */
	readonly result: FilterResult | null = $derived(this.columns ? applyFilter(this.columns, this.criteria) : null);

	/** The evidence behind the symbols; null until the dataset has arrived. */
	readonly evidence: Evidence | null = $derived(
		this.columns && this.result ? evidenceOf(this.columns, this.result) : null
	);

	/** The histogram of the clock that is looked at; null until the dataset has arrived. */
	readonly timeline: Timeline | null = $derived(
		this.columns && this.result ? timelineOf(this.columns, this.result, this.clock) : null
	);

	/** How many claims are about no stated time, whichever clock is looked at; null until the dataset has arrived. */
	readonly undated: number | null = $derived(this.columns && this.result ? undatedOf(this.columns, this.result) : null);

	/** How many of the claims shown as known on a day may have been said later. */
	readonly perhapsLater: number = $derived(
		this.columns && this.result && this.criteria.known
			? perhapsAfter(this.criteria.known, this.columns, this.result)
			: 0
	);

	/** What the panels show. */
	readonly view: DashboardView = $derived.by(() =>
		this.columns && this.result
			? viewOf(this.columns, this.criteria, this.result, this.selected, this.rowLimit)
			: this.#first
	);

	/** What the address should say. */
	readonly address: AddressView = $derived({ criteria: this.criteria, feature: this.selected, camera: this.camera });

	/** Replaces some clauses of the criteria. */
	ask(clauses: Partial<Criteria>, origin: Origin = 'panel'): void {
		this.origin = origin;
		this.rowLimit = ROWS_AT_ONCE;
		this.problems = [];
		this.criteria = { ...this.criteria, ...clauses };
	}

	/** Ticks or unticks one item of a panel; a panel with all ticked has no clause. */
	toggle(facet: Facet, id: string): void {
		const items = this.view.facets[facet];
		const ticked = items.filter((item) => (item.id === id ? !item.checked : item.checked)).map((item) => item.id);
		this.ask({ [facet]: ticked.length === items.length ? null : ticked });
	}

	/** Ticks one item of a panel and no other. */
	only(facet: Facet, id: string): void {
		this.ask({ [facet]: [id] });
	}

	/** Takes every clause away. */
	clear(): void {
		this.ask(EVERYTHING);
	}

	/** Opens a feature, or closes it with null. */
	select(id: string | null, origin: Origin = 'panel'): void {
		this.origin = origin;
		this.stack = [];
		this.selected = id;
	}

	/** Asks the map to move. */
	move(movement: Movement): void {
		this.movement = movement;
	}

	/** Takes what an address says: a link that was followed, a step back or forward. */
	follow({ criteria, feature, camera }: AddressView, problems: QueryProblem[]): void {
		this.ask(criteria, 'address');
		this.clock = clockFor(criteria, this.clock);
		this.select(feature, 'address');
		this.problems = problems;
		if (!camera) return;
		this.camera = camera;
		this.move({ to: 'camera', camera });
	}
}
