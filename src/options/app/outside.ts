/** What the desk reaches outside of itself, given to it so that it can be tried without a browser. */
export interface Outside {
	download(fileName: string, mime: string, text: string): void;
	copy(text: string): Promise<void>;
	/** The keys that are set for each command of the extension. */
	shortcuts(): Promise<Record<string, string>>;
	/** Where what could not be saved in time is put down, as `localStorage`. */
	storage: Storage;
	/** Hears of each issue that was published into the archive. */
	published?(issueId: string, label: string | number): void;
}
