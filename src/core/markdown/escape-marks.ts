/**
 * Escapes plain text for markdown within a line: characters that would be parsed as marks get a
 * backslash.
 */
export function escapeMarks(text: string): string {
	return text.replace(/[\\`*_[\]<>]/g, "\\$&");
}

/** Removes the backslashes before marks (CommonMark 0.31, section 2.4). */
export function unescapeMarks(text: string): string {
	return text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
