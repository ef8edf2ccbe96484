import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** The collection that the pages below are of. */
export const load: LayoutServerLoad = ({ locals: { api }, params }) => {
	const collection = api.collections.get(params.collection);
	if (!collection) error(404, { message: `There is no collection “${params.collection.slice(0, 60)}”.` });
	return { collection };
};
