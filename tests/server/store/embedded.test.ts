import { describe } from 'vitest';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { storeContract } from './contract';

describe('the embedded store', () => {
	storeContract((dataset) => Promise.resolve(new EmbeddedStore(dataset)));
});
