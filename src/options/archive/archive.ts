import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { fileNameOf, issueLabel } from "../../core/archive/issue-label.ts";
import { formatItem } from "../../core/issue/format-item.ts";
import { archivedIssue, publishedFrom, removeFromArchive } from "../../data/archive/archive.ts";
import { liveQuery } from "../../data/db/live-query.ts";
import type { ArchivedIssue } from "../../data/db/records.ts";
import { itemAt } from "../../data/search/documents.ts";
import { markdown } from "../../export/markdown.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import type { DeskEnvironment } from "../app/desk-environment.ts";
import type { Stored } from "../app/stored.ts";
import type { Span } from "../draft/preview/locate.ts";
import { type Saving, saveAndRead } from "../fields/saving.ts";
import { failureOf } from "../signals/failure-of.ts";
import type { ArchivedMode } from "./archived-place.ts";

/** The published issues, read in pages, and the open issue. */
export interface Archive {
	/** The latest first; null until they have been read. */
	readonly issues: ReadonlySignal<readonly ArchivedIssue[] | null>;
	/** Whether there are issues that have not been read yet. */
	readonly hasMore: ReadonlySignal<boolean>;
	/** Undefined until it has been read; null if the archive has no issue with that id. */
	readonly opened: ReadonlySignal<ArchivedIssue | null | undefined>;
	readonly failure: ReadonlySignal<Sentence | null>;
	/** Counts the failed copies. After each, the text is marked on the page. */
	readonly copiesFailed: ReadonlySignal<number>;
	/** Reads the list and follows its changes, until the returned function is called. */
	follow(): () => void;
	more(): void;
	open(id: string): void;
	/** Downloads the exact text of an issue again. */
	exportAgain(issue: ArchivedIssue): void;
	copy(issue: ArchivedIssue): Promise<void>;
	/** Copies one item as it is in the text. Resolves to whether that succeeded. */
	copyItem(issue: ArchivedIssue, at: number, span: Span | null): Promise<boolean>;
	/** Whether issues are shown as readers get them or as markdown: the last choice of the editor. */
	readonly look: Signal<ArchivedMode>;
	/** Removes an issue from the archive. Resolves to whether that succeeded. */
	remove(issue: ArchivedIssue): Promise<boolean>;
}

const PAGE = 60;

/** An import adds issues faster than the list can be read. The list is read at most once in this time. */
const IMPORT_PAUSE_MS = 400;

interface ArchiveNeeds {
	environment: DeskEnvironment;
	stored: Pick<Stored, "refresh">;
	saving: Saving;
	showNotice(what: Sentence): void;
}

export function createArchive({ environment, stored, saving, showNotice }: ArchiveNeeds): Archive {
	const wanted = signal(PAGE);
	const openId = signal("");
	const copiesFailed = signal(0);
	const look = signal<ArchivedMode>("markdown");

	const list = liveQuery(["archive"], readIssues, {
		key: () => wanted.value,
		pause: IMPORT_PAUSE_MS,
	});
	const open = liveQuery(
		["archive"],
		async (id: string) => ({ id, issue: id === "" ? null : await archivedIssue(id) }),
		{ key: () => openId.value, pause: IMPORT_PAUSE_MS },
	);
	const listFailure = failureOf(list, "readArchive");
	const openFailure = failureOf(open, "readArchive");

	return {
		issues: computed(() => list.data.value?.issues ?? null),
		hasMore: computed(() => list.data.value?.hasMore ?? false),
		opened: computed(() => {
			const read = open.data.value;
			return read?.id === openId.value ? read.issue : undefined;
		}),
		failure: computed(() => listFailure.value ?? openFailure.value),
		copiesFailed,
		follow() {
			const ends = [list.follow(), open.follow()];
			return () => {
				for (const end of ends) end();
			};
		},
		more() {
			wanted.value += PAGE;
		},
		open(id) {
			openId.value = id;
		},
		exportAgain({ path, text }) {
			const fileName = fileNameOf(path);
			environment.download(fileName, markdown.mime, text);
			showNotice(sentence("optionsExported", fileName));
		},
		async copy({ text }) {
			try {
				await environment.copy(text);
				showNotice(sentence("optionsCopied"));
			} catch {
				copiesFailed.value += 1;
				showNotice(sentence("optionsCopyFailed"));
			}
		},
		look,
		async copyItem(issue, at, span) {
			const item = itemAt(issue, at);
			const formatted = item ? formatItem(item, issue.style.item, at + 1) : "";
			const words = span ? issue.text.slice(span.start, span.end) : formatted;
			try {
				await environment.copy(words);
				showNotice(sentence("archivedItemCopied"));
				return true;
			} catch {
				showNotice(sentence("archivedItemCopyFailed"));
				look.value = "markdown";
				return false;
			}
		},
		async remove(issue) {
			const removed = await saveAndRead(stored, saving, () => removeFromArchive(issue.id));
			if (removed) showNotice(sentence("optionsRemovedFromArchive", issueLabel(issue)));
			return removed;
		},
	};
}

/** One issue more than is shown is read, to find out whether there are more. */
async function readIssues(count: number) {
	const found = await publishedFrom(0, count + 1);
	return { issues: found.slice(0, count), hasMore: found.length > count };
}
