import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { issueLabel } from "../../core/archive/issue-label.ts";
import { logError } from "../../core/errors/log-error.ts";
import { archivedIssue } from "../../data/archive/archive.ts";
import { NumberTaken } from "../../data/db/number-taken.ts";
import { DraftChanged, type DraftSnapshot, publishDraft } from "../../data/drafts/publishing.ts";
import { markdown } from "../../export/markdown.ts";
import type { DoneSentences, ExportTarget } from "../../export/target.ts";
import { failureSentence } from "../../sentences/failures.ts";
import { countedSentence, type Sentence, sentence } from "../../sentences/sentence.ts";
import type { DeskEnvironment } from "../app/desk-environment.ts";
import type { Stored } from "../app/stored.ts";
import type { Field } from "../fields/field.ts";
import type { Fields } from "../fields/fields.ts";
import type { Saving } from "../fields/saving.ts";
import { type AssembledDraft, exportedFile } from "./assembled-draft.ts";
import {
	type LastPublication,
	readLastPublication,
	storeLastPublication,
} from "./last-publication.ts";
import type { PreflightState } from "./preflight/preflight-state.ts";

/** Export, copy and publish. Each action resolves to the field that prevents it, or null. */
export interface Publishing {
	/** Counts the failed copies. After each, the text is selected on the page to be copied by hand. */
	readonly copiesFailed: ReadonlySignal<number>;
	download(target: ExportTarget): Promise<Field | null>;
	copy(target: ExportTarget): Promise<Field | null>;
	/** The last issue that was published; null if there is none, after it is dismissed, and after Undo. */
	readonly justPublished: ReadonlySignal<LastPublication | null>;
	/**
	 * Copies the markdown of the last publication from the archive. False if it is no longer there or the
	 * browser does not let Galley use the clipboard.
	 */
	copyPublished(): Promise<boolean>;
	/** Dismisses the message about the published issue. */
	dismissPublished(): void;
	/** Exports the issue, archives the exact exported text, and opens the next draft. */
	publish(): Promise<Field | null>;
}

interface Desk {
	stored: Stored;
	saving: Saving;
	fields: Fields;
	assembled: ReadonlySignal<AssembledDraft | null>;
	preflight: Pick<PreflightState, "count">;
	environment: DeskEnvironment;
	showNotice(what: Sentence): void;
}

const EXPORTED: DoneSentences = { clear: "optionsExported", found: "optionsExportedOpen" };
const PUBLISHED: DoneSentences = { clear: "optionsPublished", found: "optionsPublishedOpen" };

export function createPublishing(desk: Desk): Publishing {
	const { stored, saving, fields, assembled, preflight, environment, showNotice } = desk;

	const copiesFailed = signal(0);
	const published = signal(readLastPublication(environment.storage));

	function setPublished(publication: LastPublication | null): void {
		published.value = publication;
		storeLastPublication(environment.storage, publication);
	}

	/** Saves everything typed. Returns the issue, or the field whose value is invalid. */
	async function flushAndAssemble(): Promise<{ ready: AssembledDraft } | { wrong: Field | null }> {
		await fields.flush();
		const wrong = fields.invalid.value;
		if (wrong?.problem.value) {
			showNotice(wrong.problem.value);
			return { wrong };
		}
		// Any other unsaved text is due to a failed write, which the page already reports.
		const ready = fields.unsavedHere.value.length === 0 ? assembled.value : null;
		return ready ? { ready } : { wrong: null };
	}

	async function withAssembled(
		work: (ready: AssembledDraft) => Promise<void>,
	): Promise<Field | null> {
		const state = await flushAndAssemble();
		if ("wrong" in state) return state.wrong;
		await work(state.ready);
		return null;
	}

	/** Downloads a file. False if the browser refuses. */
	function tryDownload(mime: string, fileName: string, text: string): boolean {
		try {
			environment.download(fileName, mime, text);
			return true;
		} catch (error) {
			logError(error);
			return false;
		}
	}

	/** Reports what has been done, and the number of open findings. */
	function showDone(
		{ clear, found }: DoneSentences,
		open: number,
		...values: (string | number)[]
	): void {
		showNotice(open === 0 ? sentence(clear, ...values) : countedSentence(found, open, ...values));
	}

	return {
		copiesFailed,
		justPublished: computed(() => {
			const isDraftAgain = stored.drafts.value.some(({ id }) => id === published.value?.id);
			return isDraftAgain ? null : published.value;
		}),
		async copyPublished() {
			try {
				const issue = await archivedIssue(published.value?.id ?? "");
				if (!issue) return false;
				await environment.copy(issue.text);
				return true;
			} catch (error) {
				logError(error);
				return false;
			}
		},
		dismissPublished: () => setPublished(null),
		download: (target) =>
			withAssembled(async (ready) => {
				const { fileName, text } = exportedFile(target, ready);
				if (!tryDownload(target.mime, fileName, text))
					showNotice(sentence(target.refused.download));
				else showDone(EXPORTED, preflight.count(), fileName);
			}),
		copy: (target) =>
			withAssembled(async (ready) => {
				try {
					await environment.copy(exportedFile(target, ready).text);
					showDone(target.copied, preflight.count());
				} catch {
					if (target.isPreviewed) copiesFailed.value += 1;
					showNotice(sentence(target.refused.copy));
				}
			}),
		publish: () =>
			withAssembled(async (ready) => {
				const draft = stored.draft.value;
				if (!draft) return;
				const seen: DraftSnapshot = {
					draft,
					sponsors: stored.sponsors.value,
					items: stored.items.value,
				};
				if (draft.sample) {
					showNotice(sentence("optionsSampleStays"));
					return;
				}
				const { issue, style } = ready;
				const label = issueLabel(draft);
				const open = preflight.count();
				const file = exportedFile(markdown, ready);
				// The issue is archived first: an exported issue that is not stored would be lost, while a stored
				// issue can always be exported again.
				const written = await saving.run(async () => {
					const done = await publishDraft(seen, {
						path: file.fileName,
						text: file.text,
						issue,
						style,
					}).catch(refusal);
					await stored.refresh();
					return done;
				});
				if (!written) return;
				if ("key" in written.done) {
					showNotice(written.done);
					return;
				}
				const { next, late } = written.done;
				environment.published?.(draft.id, label);
				const isDownloaded = tryDownload(markdown.mime, file.fileName, file.text);
				const { fileName } = file;
				setPublished({ id: draft.id, label, next: issueLabel(next), fileName, isDownloaded });
				if (!isDownloaded) {
					showNotice(sentence("optionsPublishedNotDownloaded", label));
					return;
				}
				if (late.length > 0) {
					showNotice(countedSentence("optionsPublishedLate", late.length, label, issueLabel(next)));
				} else showDone(PUBLISHED, open, label, issueLabel(next));
			}),
	};
}

/** Why an issue was not published, if storage is not the cause; otherwise the promise rejects. */
function refusal(error: unknown): Sentence {
	if (error instanceof NumberTaken || error instanceof DraftChanged) {
		return failureSentence("publish", error);
	}
	throw error;
}
