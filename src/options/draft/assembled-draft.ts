import { computed, type ReadonlySignal } from "@preact/signals";
import type { HouseStyle } from "../../core/house-style/house-style.ts";
import type { Issue } from "../../core/issue/issue.ts";
import { isWritten } from "../../data/items/items.ts";
import { assemble } from "../../export/assemble.ts";
import type { ExportTarget } from "../../export/target.ts";
import type { Stored } from "../app/stored.ts";

/** The draft as it would be exported now, with its house style. */
export interface AssembledDraft {
	issue: Issue;
	style: HouseStyle;
	/** The ids of its items, in the order of the issue. */
	ids: readonly string[];
}

/** The draft as an issue. An item with neither note nor link is left out. */
export function createAssembledDraft(stored: Stored): ReadonlySignal<AssembledDraft | null> {
	return computed(() => {
		const draft = stored.draft.value;
		if (!draft) return null;
		const items = stored.items.value.filter(isWritten);
		const style = stored.style.value;
		const written = new Set(items.map(({ id }) => id));
		const ids = stored.order.value.flatMap((part) => part.items.filter((id) => written.has(id)));
		return { issue: assemble(draft, stored.sponsors.value, items, style), style, ids };
	});
}

/** An issue in one of the formats: its file name and its exact text. */
export function exportedFile(
	{ fileName, render }: ExportTarget,
	{ issue, style }: Pick<AssembledDraft, "issue" | "style">,
): { fileName: string; text: string } {
	return { fileName: fileName(issue, style), text: render(issue, style) };
}
