/** A downloads folder, watched for the next file that is complete. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Download } from "./driven.ts";
import { pause, until } from "./wait.ts";

const TIMEOUT_MS = 15_000;
/** The endings that the browsers add to the names of files that are still being written. */
const UNFINISHED = /\.(crdownload|part|tmp)$/;

/** Name → time of last change, so that an overwritten file counts as new. */
async function listing(folder: string): Promise<Map<string, number>> {
	const files = new Map<string, number>();
	for (const name of await readdir(folder)) {
		const status = await stat(join(folder, name)).catch(() => undefined);
		if (status?.isFile()) files.set(name, status.mtimeMs);
	}
	return files;
}

/** Runs `action` and waits until a new file in `folder` has stopped growing. */
export async function downloadOf(
	folder: string,
	action: () => Promise<unknown>,
): Promise<Download> {
	const before = await listing(folder);
	await action();
	return until(
		async () => {
			const now = await listing(folder);
			const unfinished = [...now.keys()].some((name) => UNFINISHED.test(name));
			const name = [...now.keys()].find(
				(key) => !key.startsWith(".") && !UNFINISHED.test(key) && before.get(key) !== now.get(key),
			);
			if (!name || unfinished) return undefined;
			const path = join(folder, name);
			const bytes = await readFile(path);
			// Firefox first creates an empty file to reserve the name.
			await pause(150);
			const later = await stat(path);
			if (bytes.length === 0 || later.size !== bytes.length) return undefined;
			return { path, name, bytes };
		},
		`a download in ${folder}`,
		TIMEOUT_MS,
	);
}
