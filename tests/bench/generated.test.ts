import { afterAll, expect, it } from 'vitest';
import { readDataset } from '$lib/ingest/read';
import { writeGenerated } from '../../bench/generated';

const size = { features: 2_000, claims: 6_000 };
const folder = await writeGenerated(size);

afterAll(() => folder.remove());

it('a generated dataset keeps every rule, and is as large as was asked for', async () => {
	const { dataset, issues } = await readDataset(folder.path);
	expect(issues).toEqual([]);
	expect({ features: dataset?.features.length, claims: dataset?.claims.length }).toEqual(size);
});
