import { Recent } from '$lib/server/http/lru';
import type { Store } from '$lib/server/store/store';
import { claimQueryables, featureQueryables } from '$lib/engine/queryables';
import { AskedBefore } from './seen-before';
import type { KeptDocument } from './document';
import type { ApiQueryables } from './item-query';
import { type Collection, collectionsOf } from './collections';
import { ApiLinks } from './api-links';
import { PageLinkWriter } from './page-links';
import { Tiles } from './tiles';

/** How many bytes of late answers are remembered at most. */
const MOST_LATELY = 32 * 2 ** 20;

/** What the API answers from, made once when the dataset is opened. */
export class OgcApi {
	readonly store: Store;
	readonly links: ApiLinks;
	/** When the dataset was opened: since then nothing of it has changed. */
	readonly opened: Date;
	readonly queryables: ApiQueryables;
	/** The collections by id, in their order. */
	readonly collections: ReadonlyMap<string, Collection>;
	/** The documents that were asked for before, by name. */
	readonly documents = new Map<string, Promise<KeptDocument>>();
	/** What was answered lately and stands as long as the dataset is open, by what was accepted and the target. */
	readonly lately = new Recent<KeptDocument>(MOST_LATELY, ({ weight }) => weight);
	/** Which pages of items were asked for lately. */
	readonly askedBefore = new AskedBefore();
	readonly pageLinks: PageLinkWriter;
	readonly tiles: Tiles;

	constructor(store: Store, origin: string, opened = new Date()) {
		this.store = store;
		this.links = new ApiLinks(origin);
		this.opened = opened;
		this.queryables = { features: featureQueryables(store.catalogue), claims: claimQueryables(store.catalogue) };
		this.collections = new Map(collectionsOf(store.catalogue).map((collection) => [collection.id, collection]));
		this.pageLinks = new PageLinkWriter(this.links);
		this.tiles = new Tiles(store, opened);
	}
}
