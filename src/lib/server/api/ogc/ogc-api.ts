import type { Store } from '$lib/server/store/store';
import { claimQueryables, featureQueryables } from '$lib/engine/queryables';
import type { ApiQueryables } from './item-query';
import { type Collection, collectionsOf } from './collections';
import { ApiLinks } from './api-links';
import { PageLinkWriter } from './page-links';
import { Tiles } from './tiles';

/** What the API responds from, made once when the dataset is opened. */
export class OgcApi {
	readonly store: Store;
	readonly links: ApiLinks;
	/** When the dataset was opened: since then nothing of it has changed. */
	readonly opened: Date;
	readonly queryables: ApiQueryables;
	/** The collections by id, in their order. */
	readonly collections: ReadonlyMap<string, Collection>;
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
