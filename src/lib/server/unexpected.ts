/** What a person is told of an error, by its status. */
export function errorMessage(status: number): string {
	if (status === 404) return 'The atlas has nothing at this address.';
	if (status < 500) return 'The atlas cannot read this request.';
	return 'Something went wrong on our side. It has been noted; please try again.';
}

/** Writes an unexpected error to the log: one line of JSON, on standard error. */
export function logError({ method, url }: { method: string; url: string }, error: unknown): void {
	const { pathname, search } = new URL(url);
	const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
	const line = { time: new Date().toISOString(), level: 'error', method, address: pathname + search, cause };
	process.stderr.write(`${JSON.stringify(line)}\n`);
}
