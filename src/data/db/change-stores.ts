import type { ChangedStore } from "./change-transaction.ts";
import type { ChangeKind } from "./records.ts";

/**
 * The stores that each kind of change reads or writes, in addition to the history and the outbox. No other
 * stores are locked. "unrecorded" is for changes that nobody would want to undo, such as creating the first
 * empty draft.
 */
export const CHANGE_STORES: Readonly<
	Record<
		ChangeKind | "unrecorded",
		readonly Exclude<ChangedStore, "history" | "outbox" | "sharing">[]
	>
> = {
	clip: ["items", "drafts", "settings"],
	addLink: ["items", "drafts"],
	addItem: ["items", "drafts", "settings"],
	editItem: ["items", "drafts"],
	moveItem: ["items", "drafts"],
	deleteItem: ["items", "drafts"],
	restoreItem: ["items", "drafts", "settings", "archive"],
	shelveItem: ["items", "drafts"],
	unshelveItem: ["items", "drafts"],
	editDraft: ["drafts"],
	newDraft: ["drafts", "settings", "archive"],
	deleteDraft: ["drafts", "items", "sponsors", "settings"],
	restoreDraft: ["drafts"],
	restoreState: ["drafts", "items", "sponsors"],
	makeCurrent: ["drafts", "settings"],
	bookSponsor: ["sponsors", "drafts"],
	editSponsor: ["sponsors", "drafts"],
	deleteSponsor: ["sponsors", "drafts"],
	waveThrough: ["drafts"],
	switchCheck: ["settings"],
	removeArchived: ["archive", "mentions"],
	publish: ["drafts", "items", "sponsors", "settings", "archive", "mentions"],
	loadSample: ["drafts", "items", "sponsors", "settings", "archive"],
	removeSample: ["drafts", "items", "sponsors"],
	editStyle: ["settings", "drafts"],
	takeStyle: ["settings", "drafts", "archive"],
	setInterval: ["settings", "drafts", "archive"],
	setUp: ["settings", "drafts", "archive"],
	unrecorded: ["drafts", "settings", "archive"],
};
