import type { Leaf } from '$lib/filter/leaf';
import { ownLeaves, ownTest } from '$lib/filter/own-matches';
import { type Extent, union } from '$lib/domain/extent';
import type { OwnChoice, OwnFeature, OwnReading } from '$lib/domain/own-feature';
import type { AtlasState } from './atlas.svelte';

/** A file that a person has opened beside the atlas, and what was read of it. */
export interface OwnFile extends OwnReading {
	id: number;
	name: string;
	shown: boolean;
	/** The extent of all its features; null where none has a place. */
	extent: Extent | null;
	/** What the person has decided of how it is read. */
	choice: OwnChoice;
}

/** A feature with the file that it is of. */
export interface OwnFeatureReference {
	file: OwnFile;
	feature: OwnFeature;
}

/**
 * A person's own files beside the atlas. They are read in a worker and stay in this object: nothing of them enters the
 * address, the criteria or a request, and they are gone with the page.
 */
export class OwnData {
	files: readonly OwnFile[] = $state.raw([]);
	/** Names of the files that are being read. */
	reading: readonly string[] = $state.raw([]);
	/** The feature that is open, and the one under the pointer or the keyboard's focus. */
	selected: OwnFeatureReference | null = $state.raw(null);
	hovered: OwnFeatureReference | null = $state.raw(null);
	/** The file that was read last, until the person has taken note of it. */
	news: OwnFile | null = $state.raw(null);

	readonly #atlas: AtlasState;
	#lastId = 0;
	/** The files themselves, to be read again when the person decides otherwise. */
	readonly #sources = new Map<number, File>();

	constructor(atlas: AtlasState) {
		this.#atlas = atlas;
	}

	/** What own features are held against; the same text while that stays the same, whatever else is asked. */
	readonly #leaves = $derived.by(() => JSON.stringify(ownLeaves(this.#atlas.criteria)));

	/** What the filter lets through, file by file. */
	readonly matching: ReadonlyMap<number, readonly OwnFeature[]> = $derived.by(() => {
		const leaves = JSON.parse(this.#leaves) as Leaf[];
		return new Map(this.files.map(({ id, features, dates }) => [id, features.filter(ownTest(leaves, dates !== null))]));
	});

	/** What is drawn. */
	readonly drawn: readonly OwnFeatureReference[] = $derived(
		this.files
			.filter((file) => file.shown)
			.flatMap((file) =>
				(this.matching.get(file.id) ?? [])
					.filter(({ geometry }) => geometry !== null)
					.map((feature) => ({ file, feature }))
			)
	);

	/** Reads files, one after another; each is listed when it is read, whatever it holds. */
	async add(files: Iterable<File>): Promise<void> {
		const given = [...files];
		this.reading = [...this.reading, ...given.map(({ name }) => name)];
		const { readInWorker } = await import('$lib/import/in-worker');
		for (const file of given) {
			const reading = await readInWorker(file);
			const id = ++this.#lastId;
			this.#sources.set(id, file);
			this.news = { ...reading, id, name: file.name, shown: true, extent: wholeExtent(reading), choice: {} };
			this.files = [...this.files, this.news];
			this.#hasRead(file.name);
		}
	}

	/** Reads a file again, as the person wants it: its features are others, and the one that is open is closed. */
	async choose(id: number, choice: OwnChoice): Promise<void> {
		const source = this.#sources.get(id);
		if (!source) return;
		const asked = { ...choice };
		this.#change(id, { choice: asked });
		this.reading = [...this.reading, source.name];
		const { readInWorker } = await import('$lib/import/in-worker');
		const reading = await readInWorker(source, asked);
		this.#hasRead(source.name);
		// Another choice may have been made meanwhile, or the file be gone.
		if (this.#file(id)?.choice !== asked) return;
		this.#letGo(id);
		this.#change(id, { ...reading, extent: wholeExtent(reading) });
		this.news = this.#file(id) ?? null;
	}

	#file(id: number): OwnFile | undefined {
		return this.files.find((file) => file.id === id);
	}

	#change(id: number, change: Partial<OwnFile>): void {
		this.files = this.files.map((file) => (file.id === id ? { ...file, ...change } : file));
	}

	/** Closes a feature of a file that is about to go. */
	#letGo(id: number): void {
		if (this.selected?.file.id === id) this.selected = null;
		if (this.hovered?.file.id === id) this.hovered = null;
	}

	#hasRead(name: string): void {
		const at = this.reading.indexOf(name);
		this.reading = this.reading.filter((_, index) => index !== at);
	}

	remove(id: number): void {
		this.#sources.delete(id);
		this.files = this.files.filter((file) => file.id !== id);
		this.#letGo(id);
		if (this.news?.id === id) this.news = null;
	}

	/** Shows a file on the map, or hides it. */
	show(id: number, shown: boolean): void {
		this.#change(id, { shown });
	}

	/** Opens a feature, or closes it with null. */
	select(reference: OwnFeatureReference | null): void {
		this.news = null;
		this.selected = reference;
	}
}

function wholeExtent({ features }: OwnReading): Extent | null {
	return union(features.map(({ extent }) => extent).filter((one) => one !== null));
}
