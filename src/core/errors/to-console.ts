/** For what goes wrong where nobody is to be told, or beside what they are told. */
export function toConsole(error: unknown): void {
	console.error("Galley:", error);
}
