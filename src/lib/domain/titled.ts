/** An id with what it is called. */
export interface Titled {
	id: string;
	title: string;
}
