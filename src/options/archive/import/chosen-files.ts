import type { DroppedFile } from "../../../data/import/import-files.ts";
import { LIMITS } from "../../../data/import/limits.ts";

/** Folders that hold no issues and may hold thousands of files: they are not even listed. */
const PASSED_OVER = /^(?:\..*|node_modules|__MACOSX)$/;

/** The files picked in a file field, a folder's with their paths in it. */
export function chosenFiles(files: readonly File[]): DroppedFile[] {
	return files
		.map((file) => ({ path: file.webkitRelativePath || file.name, file }))
		.filter(({ path }) => !path.split("/").slice(0, -1).some(isPassedOver));
}

/** Whether something dragged holds files, and not text or a link. */
export function hasFiles(dragged: DataTransfer | null): boolean {
	return dragged?.types.includes("Files") ?? false;
}

/**
 * The files that were dropped, those in folders too. What was dropped can be asked for only
 * during the event, so this begins at once and ends later.
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

/** Adds the files under an entry; one more than an import takes is enough to be told so. */
async function collect(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
	if (found.length > LIMITS.files) return;
	if (entry.isFile) {
		const path = entry.fullPath.replace(/^\//, "");
		found.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
	} else if (entry.isDirectory && !isPassedOver(entry.name)) {
		const reader = (entry as FileSystemDirectoryEntry).createReader();
		// Browsers give a part of a folder at a time, and nothing once it has been read.
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
