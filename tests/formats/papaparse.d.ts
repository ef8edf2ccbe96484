/** What the tests use of papaparse, which has no types of its own. */
declare module 'papaparse' {
	const Papa: {
		parse: (
			text: string,
			options: { header: true; skipEmptyLines: true }
		) => { data: Record<string, string>[]; errors: { message: string; row: number }[] };
	};
	export default Papa;
}
