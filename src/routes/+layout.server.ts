import type { LayoutServerLoad } from './$types';

/** What every page may need, the error page too. */
export const load: LayoutServerLoad = ({ locals: { store } }) => ({ title: store.catalogue.info.title });
