import { type ReadonlySignal, signal } from "@preact/signals";
import { archivedIssue, publishedFrom, removeFromArchive } from "../../data/archive/archive.ts";
import { onChange } from "../../data/db/changes.ts";
import type { ArchivedIssue } from "../../data/db/records.ts";
import { EXPORTS } from "../../export/exports.ts";
import { failureSentence } from "../../sentences/failures.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import type { Outside } from "../app/outside.ts";
import type { Stored } from "../app/stored.ts";
import { type Saving, saveAndRead } from "../fields/saving.ts";
import { paced } from "../signals/pace.ts";

/** The published issues, a page of them at a time, and the one that is open. */
export interface Archive {
	/** Highest number first; null until they have been read. */
	readonly issues: ReadonlySignal<readonly ArchivedIssue[] | null>;
	/** Whether there are more than have been read. */
	readonly hasMore: ReadonlySignal<boolean>;
	/** Undefined until it has been read, null when the archive has none with that id. */
	readonly opened: ReadonlySignal<ArchivedIssue | null | undefined>;
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
	/** Takes an issue out of the archive. Resolves to whether that could be done. */
	remove(issue: ArchivedIssue): Promise<boolean>;
}

const PAGE = 60;

/** An import adds issues faster than a list of them can be read. */
const IMPORT_PAUSE_MS = 400;

interface ArchiveNeeds {
	outside: Outside;
	stored: Pick<Stored, "refresh">;
	saving: Saving;
	say(what: Sentence): void;
}

export function createArchive({ outside, stored, saving, say }: ArchiveNeeds): Archive {
	const issues = signal<readonly ArchivedIssue[] | null>(null);
	const hasMore = signal(false);
	const opened = signal<ArchivedIssue | null | undefined>(undefined);
	const failure = signal<Sentence | null>(null);
	const copiesFailed = signal(0);
	let wanted = PAGE;
	let openId = "";

	async function attempt(work: () => Promise<void>): Promise<void> {
		try {
			await work();
			failure.value = null;
		} catch (error) {
			failure.value = failureSentence("readArchive", error);
		}
	}

	/** One more than is shown is asked for, to know whether there are more. */
	const list = () =>
		attempt(async () => {
			const found = await publishedFrom(0, wanted + 1);
			issues.value = found.slice(0, wanted);
			hasMore.value = found.length > wanted;
		});

	const read = () =>
		attempt(async () => {
			const id = openId;
			const issue = id === "" ? null : await archivedIssue(id);
			if (id === openId) opened.value = issue;
		});

	return {
		issues,
		hasMore,
		opened,
		failure,
		copiesFailed,
		follow() {
			const again = paced(async () => {
				await Promise.all([list(), read()]);
			}, IMPORT_PAUSE_MS);
			again();
			return onChange((stores) => {
				if (stores.includes("archive")) again();
			});
		},
		more() {
			wanted += PAGE;
			return list();
		},
		open(id) {
			if (id !== openId) opened.value = undefined;
			openId = id;
			return read();
		},
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
		async remove({ id, number }) {
			const removed = await saveAndRead(stored, saving, () => removeFromArchive(id));
			if (removed) say(sentence("optionsRemovedFromArchive", number));
			return removed;
		},
	};
}
