import { readDataset } from '$lib/ingest/read';
import type { Dataset } from '$lib/domain/dataset';
import { DatasetError } from '$lib/domain/errors';
import { EmbeddedStore } from './embedded/embedded-store';
import type { Store } from './store';

/**
 * The dataset in a data folder.
 * @throws DatasetError with every issue, where the data breaks a rule
 */
export async function loadDataset(geodataFolder: string): Promise<Dataset> {
	const { dataset, issues } = await readDataset(geodataFolder);
	if (dataset === null) throw new DatasetError(geodataFolder, issues);
	return dataset;
}

/** The store of a dataset. */
export function openStore(dataset: Dataset): Store {
	return new EmbeddedStore(dataset);
}
