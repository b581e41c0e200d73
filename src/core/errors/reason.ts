/** What went wrong, in the browser's own words. */
export function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** What kind of error it is, as its standard names it; for what is no error, itself. */
export function nameOf(error: unknown): string {
	return error instanceof Error ? error.name : String(error);
}
