import { readTarget } from './api-handler';
import { findItem } from './item-resource';
import { readPage } from './items';
import type { OgcApi } from './ogc-api';
import { problemsOfNames } from './parameter-names';
import { resourceAt } from './resources';

/** Why a page of the API cannot be shown; null where it can. What a program would be refused, a person is too. */
export async function pageErrorOf(api: OgcApi, target: string): Promise<{ status: number; detail: string } | null> {
	const { segments, query } = readTarget(target);
	const resource = segments && resourceAt(api, segments);
	if (!resource) return { status: 400, detail: 'The path is not percent-encoded UTF-8.' };
	if (resource instanceof Response) {
		const { status, detail } = (await resource.json()) as { status: number; detail: string };
		return { status, detail };
	}
	const [first, id = '', part, item] = segments;
	const collection = first === 'collections' ? api.collections.get(id) : undefined;
	if (collection && part === 'items' && item !== undefined && !(await findItem(api, collection, item))) {
		return { status: 404, detail: `The collection ${id} has no item “${item.slice(0, 60)}”.` };
	}
	const problems = problemsOfNames(query, resource.parameters);
	if (collection && part === 'items' && item === undefined && problems.length === 0) {
		const asked = readPage(api, collection, query);
		if ('problems' in asked) problems.push(...asked.problems);
	}
	if (problems.length === 0) return null;
	return { status: 400, detail: problems.map(({ detail }) => detail).join(' ') };
}
