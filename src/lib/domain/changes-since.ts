/** One thing that has changed since a version, as a reader is told. */
export interface AlterationSummary {
	kind: 'claim' | 'feature';
	id: string;
	what: 'added' | 'changed' | 'withdrawn';
	/** What the claim says, or what the feature is called: now, or what it was where it is withdrawn. */
	text: string;
	/** What it said or was called before, where that is another thing. */
	before: string | null;
	why: string[];
	/** The source of a claim that is there; null for a feature, and for what is withdrawn. */
	source: string | null;
}

/** What has changed since the version under which a link was made. */
export interface ChangesSince {
	/** The version that the link names, as it names it. */
	linked: string;
	/** The day of that version; null where the atlas does not know it. */
	date: string | null;
	/** The version that is served. */
	current: string;
	/** What concerns the page that the link leads to. */
	concerned: AlterationSummary[];
	/** How much else has changed. */
	others: number;
}
