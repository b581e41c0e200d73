/**
 * What is not even opened. A real issue has some tens of kilobytes, an archive of twenty years
 * some thousands of files; a file far beyond that is a mistake or an attack, and refusing it
 * costs nothing.
 */
export const LIMITS = {
	/** Bytes of one issue. */
	issue: 2_000_000,
	/** Bytes of a zip as it is. */
	zip: 200_000_000,
	/** Bytes of all that a zip holds, unpacked. */
	unpacked: 400_000_000,
	/** Files in one import. */
	files: 20_000,
	/** Headings of one issue. */
	headings: 200,
	/** Addresses of one issue, each of which is kept with its note to be found as a repeat. */
	addresses: 2_000,
} as const;
