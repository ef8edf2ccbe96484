import { expect, test } from 'vitest';
import { Reading } from '$lib/import/file-reading';
import { finishDrafts } from '$lib/import/finish-draft';
import { Refused } from '$lib/import/issues';

test('a file that is refused after its first layer has no features, and says why', () => {
	const reading = new Reading();
	reading.feature({ type: 'Point', coordinates: [35.9, 34.9] }, { name: 'Tartus' });
	const found = reading.refused(new Refused('Its second layer is damaged.'));
	expect(finishDrafts(found, reading)).toMatchObject({
		format: null,
		features: [],
		issues: [{ location: '', message: 'Its second layer is damaged.' }]
	});
});
