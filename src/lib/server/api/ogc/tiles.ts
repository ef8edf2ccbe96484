import { problem } from '$lib/server/api/problem';
import { etagOf } from '$lib/server/http/etag';
import type { HeaderTable } from '$lib/server/http/headers';
import type { LazyResponse } from '$lib/server/http/message';
import type { Store } from '$lib/server/store/store';
import { tileAddress, type TileAddress, ZOOMS } from '$lib/server/tiles/tile-address';
import { TileCutter } from '$lib/server/tiles/cut';
import { headersOf, MVT } from './representation';

/** For how many seconds a tile may be drawn again without asking: as long as a look at the map. */
const FRESH = 300;

/** The tiles of a dataset, cut when they are asked for. */
export class Tiles {
	readonly cutter: TileCutter;
	readonly #fingerprint: string;
	readonly #opened: Date;
	/** Tiles that are being cut, so that none is cut twice at a time. */
	readonly #underway = new Map<string, ReturnType<TileCutter['cut']>>();

	constructor(store: Store, opened: Date) {
		this.#fingerprint = store.catalogue.fingerprint;
		this.#opened = opened;
		this.cutter = new TileCutter(store);
	}

	/** A tile by zoom, row and column (OGC 20-057, /req/core/tc-success, tc-error): an empty one is 204. */
	response(zoom: string, row: string, column: string): LazyResponse | Response {
		const address = tileAddress(zoom, row, column);
		if (!address) return problem('not-found', NO_SUCH_TILE);
		const name = `${zoom}/${row}/${column}`;
		const etag = etagOf('tile', name, this.#fingerprint);
		const described = headersOf(MVT, etag, this.#opened);
		const headers: HeaderTable = { ...described, 'cache-control': `public, max-age=${FRESH}` };
		return {
			headers,
			make: async () => {
				const body = await this.#cut(name, address);
				if (body) return { status: 200, headers, body, cacheFor: Infinity };
				const { 'content-type': _, ...ofNothing } = headers;
				return { status: 204, headers: ofNothing, body: null };
			}
		};
	}

	async #cut(name: string, address: TileAddress): ReturnType<TileCutter['cut']> {
		const underway = this.#underway.get(name) ?? this.cutter.cut(address);
		this.#underway.set(name, underway);
		try {
			return await underway;
		} finally {
			this.#underway.delete(name);
		}
	}
}

const NO_SUCH_TILE = `There is no such tile. Zooms are ${ZOOMS.least} to ${ZOOMS.most}; rows and columns are counted from 0, and there are two to the power of the zoom of each.`;
