/** Plain text as markdown for a line: what would be read as a mark gets a backslash. */
export function escapeMarks(text: string): string {
	return text.replace(/[\\`*_[\]<>]/g, "\\$&");
}

/** Text without the backslashes before marks (CommonMark 0.31, section 2.4). */
export function unescapeMarks(text: string): string {
	return text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
