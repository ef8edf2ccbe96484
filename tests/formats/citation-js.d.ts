declare module '@citation-js/core' {
	/** References read from text of a form that a plugin knows; `data` is CSL-JSON. */
	export class Cite {
		constructor(text: string);
		data: unknown;
	}
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
