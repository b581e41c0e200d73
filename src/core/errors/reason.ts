/** An error as it can be sent between threads. */
export interface ErrorDescription {
	/** What kind of error it is, as its standard names it; empty where nobody says. */
	name: string;
	/** What went wrong, in the browser's own words. */
	message: string;
}

/** What was thrown, described; anything can be thrown, and a description stays as it is. */
export function describeError(error: unknown): ErrorDescription {
	if (typeof error === "object" && error && "name" in error && "message" in error) {
		return { name: String(error.name), message: String(error.message) };
	}
	return { name: "", message: String(error) };
}

/** What went wrong, in the browser's own words; its name where it has no words for it. */
export function reasonOf(error: unknown): string {
	const { name, message } = describeError(error);
	return message || name;
}
