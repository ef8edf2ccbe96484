import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Layer } from '$lib/domain/layer';
import { type Hit, hitsIn } from './hits';
import { AREA_LAYERS } from './layers/areas';
import { PAINTED } from './layers/expressions';
import { SymbolsLayer } from './symbols/symbols-layer';
import { type Arrangement, arrange, NOTHING } from './names/arrange';
import { NameMeasure } from './names/text-width';
import { canBeSeen, type Screen } from './names/screen';
import type { Palette } from './palette';
import { type MapSymbol, NEVER } from './sources/features';
import { FADED, LEFT_OUT, paintedIn } from './sources/feature-states';
import { screenOf } from './camera';

/** What features are drawn with. */
export interface FeaturesStart {
	symbols: readonly MapSymbol[];
	layers: readonly Layer[];
	palette: Palette;
	/** The CSS font families of names, first choice first. */
	fonts: string;
	pixelRatio: number;
}

/**
 * The features of the atlas as they stand on a map, and what a filter says of them: icons in a layer of our own, names over
 * the map, areas in MapLibre's. Nothing of what a filter changes waits for MapLibre's worker.
 */
export class FeaturesOnMap {
	/** Names, and icons that lie on others, as they stood in the last frame. */
	arrangement: Arrangement = $state.raw(NOTHING);

	readonly #symbols: readonly MapSymbol[];
	/** Those that are more than a point. */
	readonly #areas: readonly MapSymbol[];
	readonly #layer: SymbolsLayer;
	readonly #measure: NameMeasure;
	/** What is said of each feature; and by what MapLibre was told to paint areas. */
	#states: Int32Array = new Int32Array();
	readonly #painted = new Map<number, number>();
	#selected = -1;
	/** The screen that names were last arranged for; null where something else has changed since. */
	#arrangedFor: string | null = null;

	constructor({ symbols, fonts, ...start }: FeaturesStart) {
		this.#symbols = symbols;
		this.#areas = symbols.filter(({ from }) => from < NEVER);
		this.#measure = new NameMeasure(fonts);
		this.#layer = new SymbolsLayer({ ...start, symbols, fonts, stacksOn: (screen) => this.#arrange(screen).stacks });
	}

	/** Draws them on a map whose style has come; where it was only changed, they are there already. */
	addTo(map: MapLibreMap): void {
		if (!map.getLayer(this.#layer.id)) {
			map.addLayer(this.#layer);
			this.#painted.clear();
		}
		this.paintAreas(map);
	}

	/** Shows what a filter result says of each feature (sources/feature-states.ts), with the next frame. */
	show(states: Int32Array): void {
		this.#states = states;
		this.#arrangedFor = null;
		this.#layer.show(states);
	}

	/** Keeps the name of a feature, by its index in the dataset; -1 where none is open. */
	select(number: number): void {
		this.#selected = number;
		this.#arrangedFor = null;
	}

	/** Draws all of them anew with the next frame: in other colours, or since fonts have come. */
	redraw(palette: Palette): void {
		this.#measure.forget();
		this.#arrangedFor = null;
		this.#layer.redraw(palette);
	}

	/** Tells MapLibre how to paint areas, of those that can be seen as such, where that is something else than before. */
	paintAreas(map: MapLibreMap): void {
		const screen = screenOf(map);
		for (const symbol of this.#areas) {
			if (!canBeSeen(symbol, screen)) continue;
			const { number: id } = symbol;
			const painted = paintedIn(this.#states[id] ?? LEFT_OUT);
			if ((this.#painted.get(id) ?? LEFT_OUT) === painted) continue;
			this.#painted.set(id, painted);
			map.setFeatureState({ source: 'shapes', id }, { [PAINTED]: painted });
		}
	}

	/** What of them lies under a point of the canvas, in CSS pixels. */
	hitsAt(map: MapLibreMap, x: number, y: number): Hit[] {
		const areas = map.queryRenderedFeatures([x, y], { layers: [...AREA_LAYERS], validate: false });
		const drawn = areas.filter(({ id }) => (this.#states[Number(id)] ?? LEFT_OUT) >= FADED);
		return [
			...hitsIn(this.arrangement, map.getZoom(), x, y),
			...drawn.map(({ id, properties }): Hit => {
				return { number: Number(id), part: 'area', distance: 0, across: Number(properties.across) };
			})
		];
	}

	/** Arranges names for a screen, where that or what is said has changed. */
	#arrange(screen: Screen): Arrangement {
		const asked = Object.values(screen).join();
		if (asked !== this.#arrangedFor) {
			this.arrangement = arrange(screen, this.#symbols, this.#states, this.#selected, this.#measure);
		}
		this.#arrangedFor = asked;
		return this.arrangement;
	}
}
