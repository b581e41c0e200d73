/** Logs an error that is not shown in the interface, or the details of one that is. */
export function logError(error: unknown): void {
	console.error("Galley:", error);
}
