/** A key for comparing headings in any case: the archive may have "NEWS" where the draft has "News". */
export function foldedHeading(heading: string): string {
	return heading.trim().toLowerCase();
}
