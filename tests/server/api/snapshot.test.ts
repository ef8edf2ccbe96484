import { expect, test } from 'vitest';
import { datasetWith } from '../../fixtures/dataset';
import { handlersOf, problemOf } from './ask';

const dataset = datasetWith();
const atlas = handlersOf(dataset);

test('the snapshot is the whole dataset, and may be kept for ever', async () => {
	const answer = await atlas.snapshot(dataset.fingerprint);
	expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
	expect(await answer.json()).toEqual(dataset);
});

test('another fingerprint is a problem that is not kept', async () => {
	const answer = await atlas.snapshot('0'.repeat(64));
	expect(answer.status).toBe(404);
	expect(answer.headers.get('cache-control')).toBe('no-store');
	expect(await problemOf(answer)).toMatchObject({ type: '/problems/superseded' });
});
