import { computed, type ReadonlySignal } from "@preact/signals";
import type { HouseStyle } from "../../core/house-style/house-style.ts";
import type { Issue } from "../../core/issue/issue.ts";
import { isWritten } from "../../data/items/items.ts";
import { assemble } from "../../export/assemble.ts";
import type { ExportTarget } from "../../export/target.ts";
import type { Stored } from "../app/stored.ts";

/** The draft as it would go out now, in the house style it would go out in. */
export interface Outgoing {
	issue: Issue;
	style: HouseStyle;
	/** The ids of its items, in the order they are written. */
	ids: readonly string[];
}

/** What the draft would be as an issue. An item with neither note nor link is not part of it. */
export function createOutgoing(stored: Stored): ReadonlySignal<Outgoing | null> {
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

/** What an issue is in one of the formats: how the file is called, and every byte of it. */
export function fileOf(
	{ fileName, render }: ExportTarget,
	{ issue, style }: Pick<Outgoing, "issue" | "style">,
): { fileName: string; text: string } {
	return { fileName: fileName(issue, style), text: render(issue, style) };
}
