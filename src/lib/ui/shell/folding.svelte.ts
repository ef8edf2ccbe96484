/** How high the sheet of a phone stands. */
export type Height = 'low' | 'half' | 'full';

/** What the sheet of a phone shows. */
export type Tab = 'features' | 'filters' | 'time';

const HEIGHTS: readonly Height[] = ['low', 'half', 'full'];

/** What a narrow window shows of the panels: the rail that folds to a button, and the sheet of a phone. */
export class Folding {
	railOpen = $state(false);
	height: Height = $state('half');
	tab: Tab = $state('features');

	/** Opens the rail, and the sheet where it is in there. */
	showRail(): void {
		this.railOpen = true;
		this.#raise('filters');
	}

	/** Shows the features, or the one that is open. */
	showFeatures(): void {
		this.#raise('features');
	}

	/** Follows a tap on a tab: the one that is shown lowers the sheet. */
	choose(tab: Tab): void {
		if (this.tab === tab && this.height !== 'low') this.height = 'low';
		else this.#raise(tab);
	}

	/** The next of the three heights. */
	step(): void {
		this.height = HEIGHTS[(HEIGHTS.indexOf(this.height) + 1) % HEIGHTS.length] ?? 'half';
	}

	#raise(tab: Tab): void {
		this.tab = tab;
		if (this.height === 'low') this.height = 'half';
	}
}
