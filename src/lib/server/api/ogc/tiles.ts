import { problem } from '$lib/server/api/problem';
import { Answer } from '$lib/server/http/cached-response';
import { etagOf } from '$lib/server/http/etag';
import { KeptAnswers } from '$lib/server/http/response-cache';
import type { MadeAnswer } from '$lib/server/http/send';
import type { Store } from '$lib/server/store/store';
import { tileAddress, type TileAddress, ZOOMS } from '$lib/server/tiles/tile-address';
import { TileCutter } from '$lib/server/tiles/cut';
import type { ApiRequest } from './api-request';
import { headersOf } from './api-headers';
import { MVT } from './representation';
import { hasIt, unmodified } from './unmodified';

/** For how many seconds a tile may be drawn again without asking: as long as a look at the map. */
const FRESH = 300;

/** The tiles of a dataset: cut when they are first asked for, and kept as long as there is room. */
export class Tiles {
	readonly cutter: TileCutter;
	readonly #fingerprint: string;
	readonly #opened: Date;
	readonly #kept = new KeptAnswers();
	/** Tiles that are being cut, so that none is cut twice at a time. */
	readonly #underway = new Map<string, Promise<Answer | null>>();

	constructor(store: Store, opened: Date) {
		this.#fingerprint = store.catalogue.fingerprint;
		this.#opened = opened;
		this.cutter = new TileCutter(store);
	}

	/** The answer for a tile by zoom, row and column (OGC 20-057, /req/core/tc-success, tc-error): an empty one is 204. */
	async answer(
		zoom: string,
		row: string,
		column: string,
		request: ApiRequest
	): Promise<Answer | MadeAnswer | Response> {
		const address = tileAddress(zoom, row, column);
		if (!address) return problem('not-found', NO_SUCH_TILE);
		const name = `${zoom}/${row}/${column}`;
		const answer = this.#kept.get(name) ?? (await this.#cut(name, address));
		// An answer that is kept looks at If-None-Match itself.
		if ((!answer || request.ifModifiedSince) && hasIt(request, this.#etagOf(name), this.#opened)) {
			return unmodified(this.#headersOf(name));
		}
		if (answer) return answer;
		const { 'Content-Type': _, ...headers } = this.#headersOf(name);
		return { status: 204, headers, body: null };
	}

	async #cut(name: string, address: TileAddress): Promise<Answer | null> {
		const underway = this.#underway.get(name) ?? this.#make(name, address);
		this.#underway.set(name, underway);
		try {
			return await underway;
		} finally {
			this.#underway.delete(name);
		}
	}

	async #make(name: string, address: TileAddress): Promise<Answer | null> {
		const tile = await this.cutter.cut(address);
		if (!tile) return null;
		const answer = new Answer(200, new Headers(this.#headersOf(name)), tile);
		this.#kept.keep(name, answer);
		return answer;
	}

	#headersOf(name: string): Record<string, string> {
		const { mediaType } = MVT;
		const headers = headersOf({ mediaType, etag: this.#etagOf(name), modified: this.#opened, links: '' });
		return { ...headers, 'Cache-Control': `public, max-age=${FRESH}`, Vary: 'Accept, Accept-Encoding' };
	}

	#etagOf(name: string): string {
		return etagOf('tile', name, this.#fingerprint);
	}
}

const NO_SUCH_TILE = `There is no such tile. Zooms are ${ZOOMS.least} to ${ZOOMS.most}; rows and columns are counted from 0, and there are two to the power of the zoom of each.`;
