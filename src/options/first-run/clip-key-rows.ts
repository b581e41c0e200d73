import { shownSections } from "../../core/house-style/shown-sections.ts";
import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";

/** The commands that clip to a section, in the order of the visible sections. */
const CLIPS = ["clip-to-first", "clip-to-second"] as const;

/** One of the browser's keyboard shortcuts for clipping. */
interface ClipKeyRow {
	command: string;
	/** In the notation of the browser; undefined if none is set. */
	keys: string | undefined;
	does: string;
}

/** The keyboard shortcuts for clipping that are set in this browser. */
export function clipKeyRows({
	shortcuts,
	stored,
}: Pick<Desk, "shortcuts" | "stored">): ClipKeyRow[] {
	const keys = shortcuts.value;
	const sections = shownSections(stored.style.value);
	return [
		{ command: "open", keys: keys._execute_action, does: translate("optionsEmptyPopupKey") },
		...CLIPS.flatMap((command, at) => {
			const heading = sections[at]?.heading;
			if (heading === undefined) return [];
			return [{ command, keys: keys[command], does: translate("optionsEmptyClipKey", heading) }];
		}),
	];
}
