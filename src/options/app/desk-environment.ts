/** What the desk uses of the browser. It is a parameter, so that tests need no browser. */
export interface DeskEnvironment {
	download(fileName: string, mime: string, text: string): void;
	copy(text: string): Promise<void>;
	/** The keyboard shortcut of each command of the extension. */
	shortcuts(): Promise<Record<string, string>>;
	/** Where text that could not be saved in time is stored: `localStorage`. */
	storage: Storage;
	/** Called for each issue that was published into the archive. */
	published?(issueId: string, label: string | number): void;
}
