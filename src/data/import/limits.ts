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
	/** Highest number of an issue, far from where counting on would no longer be exact. */
	number: 999_999_999_999,
	/** Last day of an issue: what is beyond is a slip, and the next issues would be dated after it. */
	day: "2999-12-31",
} as const;
