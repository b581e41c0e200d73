import * as v from "valibot";
import { logError } from "../../core/errors/log-error.ts";

const schema = v.object({
	/** The id of the archived issue. */
	id: v.string(),
	/** The name of the issue, and the draft that is open now. */
	label: v.union([v.string(), v.number()]),
	next: v.union([v.string(), v.number()]),
	fileName: v.string(),
	/** Whether the browser started the download. */
	isDownloaded: v.boolean(),
});

/** The issue that was published last. It is shown until the editor dismisses it, also after a reload. */
export type LastPublication = v.InferOutput<typeof schema>;

const KEY = "galley-last-publication";

/** The publication that was not dismissed yet; null if there is none. */
export function readLastPublication(storage: Storage): LastPublication | null {
	try {
		const parsed = v.safeParse(schema, JSON.parse(storage.getItem(KEY) ?? "null"));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}

/** Stores the publication, or removes it if it is null. If that fails, a reload does not show it again. */
export function storeLastPublication(storage: Storage, publication: LastPublication | null): void {
	try {
		if (publication) storage.setItem(KEY, JSON.stringify(publication));
		else storage.removeItem(KEY);
	} catch (error) {
		logError(error);
	}
}
