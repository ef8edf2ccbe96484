import type { Dataset } from './dataset';

/** All of a dataset but its features and claims: what it is called, and what its claims refer to. Small. */
export type Catalogue = Omit<Dataset, 'features' | 'claims'>;
