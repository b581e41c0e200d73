/** All groups of rows in the order of measuring. */
import type { Group } from "./group.ts";
import { backupRows } from "./rows/backups.ts";
import { clipRows } from "./rows/clip.ts";
import { countRows } from "./rows/counts.ts";
import { draggingRows } from "./rows/dragging.ts";
import { engineRows } from "./rows/engine.ts";
import { gitRows } from "./rows/git.ts";
import { importRows } from "./rows/import.ts";
import { memoryRows } from "./rows/memory.ts";
import { optionsRows } from "./rows/options.ts";
import { popupRows } from "./rows/popup.ts";
import { repeatRows } from "./rows/repeats.ts";
import { searchRows } from "./rows/search.ts";
import { sectionRows } from "./rows/sections.ts";
import { typingRows } from "./rows/typing.ts";

export const GROUPS: readonly Group[] = [
	popupRows,
	clipRows,
	repeatRows,
	optionsRows,
	searchRows,
	typingRows,
	draggingRows,
	engineRows,
	sectionRows,
	memoryRows,
	countRows,
	importRows,
	gitRows,
	// Last, because it replaces the archives.
	backupRows,
];
