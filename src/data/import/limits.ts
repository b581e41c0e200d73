/**
 * Limits beyond which a file is not read. A real issue has some tens of kilobytes, and an archive of twenty
 * years has some thousands of files. A file far beyond these limits is a mistake or an attack.
 */
export const LIMITS = {
	/** Bytes of one issue. */
	issue: 2_000_000,
	/** Bytes of a packed zip. */
	zip: 200_000_000,
	/** Bytes of all files of a zip, unpacked. */
	unpacked: 400_000_000,
	/** Files in one import. */
	files: 20_000,
	/** Headings of one issue. */
	headings: 200,
	/** Addresses of one issue. Each one is stored with its note so that repeats can be found. */
	addresses: 2_000,
	/** Highest number of an issue. Beyond this, counting on would no longer be exact. */
	number: 999_999_999_999,
	/**
	 * Latest date of an issue. A later one is a typing mistake, and the next issues would be dated after
	 * it.
	 */
	day: "2999-12-31",
} as const;
