import type { DatasetInfo } from '$lib/domain/dataset';
import { dateWords } from '$lib/words/edtf-words';

/** How to cite the atlas, or one page of it: who, what, which version, where, under which licence. */
export function citationOf(info: DatasetInfo, address: string, page?: string): string {
	const what = page === undefined ? info.title : `“${page}”, ${info.title}`;
	return `${info.creator}: ${what}. Version ${info.version} of ${dateWords(info.date, 'long')}. ${address} (${info.licence.name}).`;
}
