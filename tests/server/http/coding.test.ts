import { expect, test } from 'vitest';
import { CITATION_FORMATS } from '$lib/formats/citation-registry';
import { EXPORT_FORMATS } from '$lib/formats/registry';
import { isText } from '$lib/server/http/coding';

test('every format of exports and citations that is text is compressed, and no other', () => {
	const formats = [...EXPORT_FORMATS, ...CITATION_FORMATS];
	const left = formats.filter(({ mediaType }) => !isText(mediaType)).map(({ id }) => id);
	expect(left).toEqual(['gpkg', 'fgb']);
});
