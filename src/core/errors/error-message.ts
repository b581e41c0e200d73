/** A description of an error that can be sent between threads. */
export interface ErrorDescription {
	/** The standard name of the kind of error; empty if there is none. */
	name: string;
	/** The browser's description of the error. */
	message: string;
}

/** Describes a thrown value, which need not be an `Error`. A description is returned unchanged. */
export function describeError(error: unknown): ErrorDescription {
	if (typeof error === "object" && error && "name" in error && "message" in error) {
		return { name: String(error.name), message: String(error.message) };
	}
	return { name: "", message: String(error) };
}

/** The browser's message for an error, or the name of the error if it has no message. */
export function errorMessage(error: unknown): string {
	const { name, message } = describeError(error);
	return message || name;
}
