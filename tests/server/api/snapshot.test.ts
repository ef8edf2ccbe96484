import { expect, test } from 'vitest';
import { datasetWith } from '../../fixtures/dataset';
import { handlersOf, problemOf } from './ask';

const dataset = datasetWith();
const atlas = handlersOf(dataset);

test('the snapshot is the whole dataset, and may be kept for ever', async () => {
	const response = await atlas.snapshot(dataset.fingerprint);
	expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
	expect(await response.json()).toEqual(dataset);
});

test('another fingerprint is a problem that is not kept', async () => {
	const response = await atlas.snapshot('0'.repeat(64));
	expect(response.status).toBe(404);
	expect(response.headers.get('cache-control')).toBe('no-store');
	expect(await problemOf(response)).toMatchObject({ type: '/problems/superseded' });
});
