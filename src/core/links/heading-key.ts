/** What two headings of one section share: the archive may write "NEWS" where the draft has "News". */
export function foldedHeading(heading: string): string {
	return heading.trim().toLowerCase();
}
