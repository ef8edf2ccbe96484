/** Where programs, not people, are expected. */
const FOR_PROGRAMS =
	/^\/(?:(?:atlas|export|layers|problems|healthz|readyz)(?:\/|$)|(?:cite|feed)\.|sources\/[^/]+\/passages\.json$)/;

/** Whether an answer is read by a program: by its address, else by what the Accept header asks for. */
export function isForPrograms(path: string, accept: string | null): boolean {
	// Everything under /api is there for both.
	if (path.startsWith('/api')) return !/\btext\/html\b/i.test(accept ?? '');
	return FOR_PROGRAMS.test(path) || (/\bjson\b/i.test(accept ?? '') && !/\btext\/html\b/i.test(accept ?? ''));
}
