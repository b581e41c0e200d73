import browser from "webextension-polyfill";
import { isFirefox } from "./which.ts";

/** A file that Galley has put into the Downloads folder: the browser's number for it, its path. */
export interface SavedFile {
	id: number;
	/** The whole path, once the browser has told it; empty before. */
	path: string;
}

/** How it stands with a file: `reason` is the browser's name for what went wrong. */
type FileStanding =
	| { state: "complete"; path: string; bytes: number }
	| { state: "underWay" }
	| { state: "failed"; reason: string }
	/** The browser has forgotten it, as some do when they are closed. */
	| { state: "unknown" };

const LOOK_EVERY_MS = 200;

/**
 * Begins to save a text under a path within the Downloads folder, without asking where. Needs the
 * permission `downloads`. Resolves to the browser's number for the file.
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

/** How it stands with a file now. */
async function standingOf(id: number): Promise<FileStanding> {
	const [found] = await browser.downloads.search({ id });
	// Numbers may begin anew: what another extension or a person has downloaded is not ours.
	if (!found || (found.byExtensionId && found.byExtensionId !== browser.runtime.id)) {
		return { state: "unknown" };
	}
	if (found.state === "in_progress") return { state: "underWay" };
	if (found.state !== "complete") return { state: "failed", reason: found.error ?? "" };
	return { state: "complete", path: found.filename, bytes: found.fileSize };
}

/** The same once it is no longer under way, or after `patience` milliseconds. */
export async function settled(id: number, patience: number): Promise<FileStanding> {
	const end = Date.now() + patience;
	for (;;) {
		const standing = await standingOf(id);
		if (standing.state !== "underWay" || Date.now() >= end) return standing;
		await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
	}
}

/** Deletes a file that Galley saved, if the browser still knows it to be the same one. */
export async function removeFile({ id, path }: SavedFile): Promise<boolean> {
	const standing = await standingOf(id);
	if (standing.state !== "complete" || standing.path !== path) return false;
	await browser.downloads.removeFile(id);
	await browser.downloads.erase({ id });
	return true;
}

/**
 * Whether the browser forgets, when it is closed, which files Galley has saved: then they cannot be
 * deleted any more. Firefox numbers what is downloaded anew each time.
 */
export function forgetsFiles(): boolean {
	return isFirefox();
}

/**
 * An address that the browser can download a text from. A service worker can make no address of a
 * blob, so there the text itself is the address; everywhere else the address is let go of later.
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

/** Long enough for the browser to have read it. */
const KEEP_MS = 5 * 60_000;
