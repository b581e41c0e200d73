import type { DroppedFile } from "../../../data/import/import-files.ts";
import { LIMITS } from "../../../data/import/limits.ts";

/** Folders that contain no issues but may contain thousands of files. They are not listed. */
const PASSED_OVER = /^(?:\..*|node_modules|__MACOSX)$/;

/** The files chosen in a file input. Files of a folder have their path in it. */
export function chosenFiles(files: readonly File[]): DroppedFile[] {
	return files
		.map((file) => ({ path: file.webkitRelativePath || file.name, file }))
		.filter(({ path }) => !path.split("/").slice(0, -1).some(isPassedOver));
}

/** Whether the dragged data contains files, and not only text or a link. */
export function hasFiles(dragged: DataTransfer | null): boolean {
	return dragged?.types.includes("Files") ?? false;
}

/**
 * The dropped files, including those in folders. The dropped data is only available during the event, so
 * this must be called in the event handler.
 */
export function filesOfDrop(dropped: DataTransfer): Promise<DroppedFile[]> {
	const entries = [...dropped.items].map((item) => item.webkitGetAsEntry?.() ?? null);
	const plain = [...dropped.files];
	return (async () => {
		const found: DroppedFile[] = [];
		const known = entries.filter((entry) => entry !== null);
		if (known.length === 0) return plain.map((file) => ({ path: file.name, file }));
		for (const entry of known) await collect(entry, found);
		return found;
	})();
}

/**
 * Adds the files of an entry. It stops one file after the limit of an import, which is enough to report
 * it.
 */
async function collect(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
	if (found.length > LIMITS.files) return;
	if (entry.isFile) {
		const path = entry.fullPath.replace(/^\//, "");
		found.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
	} else if (entry.isDirectory && !isPassedOver(entry.name)) {
		const reader = (entry as FileSystemDirectoryEntry).createReader();
		// Browsers return the entries of a folder in parts, and an empty part at the end.
		for (let part = await partOf(reader); part.length > 0; part = await partOf(reader)) {
			for (const each of part) await collect(each, found);
		}
	}
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
	return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function partOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
	return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

function isPassedOver(folder: string): boolean {
	return PASSED_OVER.test(folder);
}
