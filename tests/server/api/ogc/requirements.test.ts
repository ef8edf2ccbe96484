import { expect, test } from 'vitest';
import { filesUnder, textOf } from '../../../source/files';

/** The requirements of the declared classes that the abstract tests of OGC 17-069r4 and 19-079r2 look at. */
const REQUIREMENTS = {
	'/req/core': [
		...[
			'root-op',
			'root-success',
			'api-definition-op',
			'api-definition-success',
			'conformance-op',
			'conformance-success'
		],
		...['http', 'query-param-unknown', 'query-param-invalid', 'crs84'],
		...['fc-md-op', 'fc-md-success', 'fc-md-links', 'fc-md-items', 'fc-md-items-links', 'fc-md-extent'],
		...['fc-md-extent-multi', 'sfc-md-op', 'sfc-md-success'],
		...['fc-op', 'fc-limit-definition', 'fc-limit-response-1', 'fc-bbox-definition', 'fc-bbox-response'],
		...['fc-time-definition', 'fc-time-response', 'fc-response', 'fc-links', 'fc-rel-type', 'fc-timeStamp'],
		...['fc-numberMatched', 'fc-numberReturned', 'f-op', 'f-success', 'f-links']
	],
	'/req/geojson': ['definition', 'content'],
	'/req/html': ['definition', 'content'],
	'/req/oas30': ['oas-definition-1', 'oas-definition-2', 'oas-impl', 'completeness', 'exception-codes', 'security'],
	'/req/queryables': ['queryables-link', 'get-queryables-op', 'get-queryables-response', 'expression-construction'],
	'/req/filter': [
		...['filter-param', 'filter-lang-param', 'filter-crs-wgs84', 'filter-crs-param', 'mixing-expressions', 'response']
	]
};

test.each(Object.entries(REQUIREMENTS))('each requirement of %s is named by a test', (group, names) => {
	const titles = [...filesUnder('tests/server/api/ogc', '.ts'), 'tests/e2e/api-pages.test.ts']
		.filter((file) => !file.endsWith('requirements.test.ts'))
		.flatMap((file) => textOf(file).match(/'\/req\/[^']*'/g) ?? [])
		// A title names several of a class as "/req/core/fc-op, fc-response: …".
		.flatMap((title) =>
			title
				.slice(1)
				.split(/[:'] ?/)[0]!
				.split(', ')
				.map((name, at, all) => {
					return at === 0 ? name : `${all[0]!.slice(0, all[0]!.lastIndexOf('/'))}/${name}`;
				})
		);
	expect(names.filter((name) => !titles.includes(`${group}/${name}`))).toEqual([]);
});
