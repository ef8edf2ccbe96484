/** A subject that claims are filed under. */
export interface Topic {
	id: string;
	title: string;
	definition: string;
}
