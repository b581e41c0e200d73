import browser from "webextension-polyfill";
import { isFirefox } from "./which.ts";

/** A file that Galley has saved in the Downloads folder: the browser's id of the download, and the path. */
export interface SavedFile {
	id: number;
	/** The whole path; empty until the browser has reported it. */
	path: string;
}

/** The status of a file; `reason` is the browser's name for the error. */
type FileStatus =
	| { state: "complete"; path: string; bytes: number }
	| { state: "underWay" }
	| { state: "failed"; reason: string }
	/** The browser has forgotten the download, as some do when they are closed. */
	| { state: "unknown" };

const LOOK_EVERY_MS = 200;

/**
 * Starts saving a text under a path in the Downloads folder, without asking where. Needs the permission
 * `downloads`. Resolves to the browser's id of the download.
 */
export async function saveFile(path: string, text: string): Promise<number> {
	const url = addressOf(text);
	return browser.downloads.download({
		url,
		filename: path,
		saveAs: false,
		conflictAction: "uniquify",
	});
}

/** The present status of a file. */
async function statusOf(id: number): Promise<FileStatus> {
	const [found] = await browser.downloads.search({ id });
	// Ids may be used again, so downloads by the user or by another extension are excluded.
	if (!found || (found.byExtensionId && found.byExtensionId !== browser.runtime.id)) {
		return { state: "unknown" };
	}
	if (found.state === "in_progress") return { state: "underWay" };
	if (found.state !== "complete") return { state: "failed", reason: found.error ?? "" };
	return { state: "complete", path: found.filename, bytes: found.fileSize };
}

/** The status of a file when it is no longer being saved, or after `patience` milliseconds. */
export async function downloadEnd(id: number, patience: number): Promise<FileStatus> {
	const end = Date.now() + patience;
	for (;;) {
		const status = await statusOf(id);
		if (status.state !== "underWay" || Date.now() >= end) return status;
		await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
	}
}

/** Deletes a file that Galley saved, if the browser still knows it under the same path. */
export async function removeFile({ id, path }: SavedFile): Promise<boolean> {
	const status = await statusOf(id);
	if (status.state !== "complete" || status.path !== path) return false;
	await browser.downloads.removeFile(id);
	await browser.downloads.erase({ id });
	return true;
}

/**
 * Whether the browser forgets, when it is closed, which files Galley has saved, so that they can no longer
 * be deleted. Firefox numbers its downloads from the beginning each time.
 */
export function forgetsFiles(): boolean {
	return isFirefox();
}

/**
 * An address from which the browser can download a text. A service worker cannot create blob addresses, so
 * it uses a data address. Blob addresses are released later.
 */
function addressOf(text: string): string {
	const type = "application/json";
	if (typeof URL.createObjectURL !== "function") {
		return `data:${type};charset=utf-8,${encodeURIComponent(text)}`;
	}
	const url = URL.createObjectURL(new Blob([text], { type }));
	setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
	return url;
}

/** Long enough for the browser to read it. */
const KEEP_MS = 5 * 60_000;
