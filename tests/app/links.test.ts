import { expect, test } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import * as links from '$lib/app/links';
import { filesUnder, textOf } from '../source/files';

const HOSTILE = 'a b/../?x=1&y=%22"><script>alert(1)</script>#ä';
const ORIGIN = 'http://atlas.example';

test.each<[string, string]>([
	['a feature', links.featureHref(HOSTILE)],
	['a source', links.sourceHref(HOSTILE)],
	['a claim', links.claimHref(HOSTILE, HOSTILE)],
	['a passage', links.passageHref(HOSTILE, HOSTILE)],
	['a question', links.questionHref(HOSTILE)],
	['a layer', links.layerHref(HOSTILE)],
	['a feature that is opened', links.withParameter(links.dashboardHref(), 'feature', HOSTILE)],
	['one that is opened in a view', links.withParameter(links.featuresHref(EVERYTHING, 'name'), 'feature', HOSTILE)]
])('the address of %s holds its id whole, and nothing else of it', (_, href) => {
	expect(href).not.toMatch(/[\s"<>]/);
	const { pathname, searchParams, hash } = new URL(href, ORIGIN);
	const parts = [
		...pathname.split('/').map(decodeURIComponent),
		...searchParams.values(),
		decodeURIComponent(hash.slice(1))
	];
	expect(parts.filter((part) => part.replace(/\.geojson$/, '') === HOSTILE).length).toBeGreaterThan(0);
	expect([...searchParams.keys()].filter((name) => !['feature', 'claim', 'sort'].includes(name))).toEqual([]);
});

test('nothing else makes an address with a value in it', () => {
	// A parameter or a path, and then a value that is not encoded. Comments name addresses, and samples are text.
	const made =
		/[?&][\w-]+=\$?\{(?!encodeURIComponent)|["'`]\/(?:api|features|sources|questions|layers|export)\/[^"'`]*\$?\{(?!encodeURIComponent)/;
	const isOther = (line: string) => /^\s*(?:\/?\*|\/\/)|<Sample /.test(line);
	const files = filesUnder('src', '.ts', '.svelte').filter((file) => !/lib\/(?:app\/links\.ts|ingest\/)/.test(file));
	const lines = files.flatMap((file) =>
		textOf(file)
			.split('\n')
			.map((line) => ({ file, line }))
	);
	expect(lines.filter(({ line }) => made.test(line) && !isOther(line))).toEqual([]);
});
