import { type ReadonlySignal, signal } from "@preact/signals";
import { EXPORTS } from "../../exports/exports.ts";
import { archivedIssue, publishedFrom } from "../../storage/archive.ts";
import { onChange } from "../../storage/changes.ts";
import type { ArchivedIssue } from "../../storage/records.ts";
import type { Outside } from "./desk.ts";
import { paced } from "./pace.ts";
import { type Sentence, sentence } from "./sentence.ts";

/** The published issues, a page of them at a time, and the one that is open. */
export interface Archive {
	/** Highest number first; null until they have been read. */
	readonly issues: ReadonlySignal<readonly ArchivedIssue[] | null>;
	/** Whether there are more than have been read. */
	readonly hasMore: ReadonlySignal<boolean>;
	readonly opened: ReadonlySignal<ArchivedIssue | null>;
	readonly failure: ReadonlySignal<Sentence | null>;
	/** Counts the copies that failed: the text is then marked on the page. */
	readonly copiesFailed: ReadonlySignal<number>;
	/** Reads the list, and follows it until the returned function is called. */
	follow(): () => void;
	more(): Promise<void>;
	open(id: string): Promise<void>;
	/** Downloads an issue once more, byte for byte as it was. */
	exportAgain(issue: ArchivedIssue): void;
	copy(issue: ArchivedIssue): Promise<void>;
}

const PAGE = 60;

/** An import adds issues faster than a list of them can be read. */
const IMPORT_PAUSE_MS = 400;

export function createArchive(outside: Outside, say: (what: Sentence) => void): Archive {
	const issues = signal<readonly ArchivedIssue[] | null>(null);
	const hasMore = signal(false);
	const opened = signal<ArchivedIssue | null>(null);
	const failure = signal<Sentence | null>(null);
	const copiesFailed = signal(0);
	let wanted = PAGE;

	async function attempt(work: () => Promise<void>): Promise<void> {
		try {
			await work();
			failure.value = null;
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			failure.value = sentence("optionsArchiveFailed", reason);
		}
	}

	/** One more than is shown is asked for, to know whether there are more. */
	const list = () =>
		attempt(async () => {
			const found = await publishedFrom(0, wanted + 1);
			issues.value = found.slice(0, wanted);
			hasMore.value = found.length > wanted;
		});

	return {
		issues,
		hasMore,
		opened,
		failure,
		copiesFailed,
		follow() {
			const again = paced(list, IMPORT_PAUSE_MS);
			again();
			return onChange((stores) => {
				if (stores.includes("archive")) again();
			});
		},
		more() {
			wanted += PAGE;
			return list();
		},
		open: (id) =>
			attempt(async () => {
				opened.value = id === "" ? null : await archivedIssue(id);
			}),
		exportAgain({ fileName, text }) {
			outside.download(fileName, EXPORTS.markdown.mime, text);
			say(sentence("optionsExported", fileName));
		},
		async copy({ text }) {
			try {
				await outside.copy(text);
				say(sentence("optionsCopied"));
			} catch {
				copiesFailed.value += 1;
				say(sentence("optionsCopyFailed"));
			}
		},
	};
}
