declare module 'jsonld' {
	/** What a test asks of the processor: the statements of a document, with the contexts that it names. */
	interface Term {
		value: string;
		datatype?: { value: string };
	}
	interface Quad {
		subject: Term;
		predicate: Term;
		object: Term;
	}
	interface Options {
		documentLoader: (url: string) => Promise<{ document: object; documentUrl: string }>;
	}
	const jsonld: { toRDF(document: object, options: Options): Promise<Quad[]> };
	export default jsonld;
}
