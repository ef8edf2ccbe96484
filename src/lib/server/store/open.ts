import { readDataset } from '$lib/dataset/read';
import { DatasetError } from '$lib/domain/errors';
import type { Settings } from '$lib/server/config';
import { EmbeddedStore } from './embedded/embedded-store';
import type { Store } from './store';

/**
 * The store of the dataset that the settings name.
 * @throws DatasetError with every issue, where the data breaks a rule
 */
export async function openStore({ geodataFolder }: Pick<Settings, 'geodataFolder'>): Promise<Store> {
	const { dataset, issues } = await readDataset(geodataFolder);
	if (dataset === null) throw new DatasetError(geodataFolder, issues);
	return new EmbeddedStore(dataset);
}
