import { vi } from "vitest";

interface Saved {
	id: number;
	filename: string;
	text: string;
	state: "in_progress" | "complete" | "interrupted";
	error?: string;
	byExtensionId?: string;
	fileSize: number;
}

let saved: Saved[] = [];
let kept: Record<string, unknown> = {};
let nextId = 1;

/** An in-memory version of the browser's downloads, as far as backups use them. */
export const downloads = {
	allowed: true,
	/** The browser's error name for every file; empty if downloads succeed. */
	failWith: "",
	cutShort: false,
	/** Whether files remain in progress, as on a slow disk or when paused, until `finish` is called. */
	slow: false,
	/** Whether the worker is stopped immediately after the browser has started a file. */
	stopAfterStart: false,
	begun: () => saved.length,
	files: () => saved.filter(({ state }) => state === "complete").map(({ filename }) => filename),
	textOf: (name: string) => saved.find(({ filename }) => filename === name)?.text ?? "",
	/** Completes the files in progress. */
	finish(): void {
		for (const file of saved) if (file.state === "in_progress") file.state = "complete";
	},
	/** Adds a file that was not downloaded by Galley. */
	add(filename: string, text: string): string {
		const id = nextId++;
		saved.push({ id, filename, text, state: "complete", fileSize: text.length });
		return filename;
	},
	/** Simulates closing the browser: ids of downloads start from 1 again. */
	forget(): void {
		saved = [];
		nextId = 1;
	},
};

export function fakeDownloads(): void {
	saved = [];
	kept = {};
	nextId = 1;
	Object.assign(downloads, {
		allowed: true,
		failWith: "",
		cutShort: false,
		slow: false,
		stopAfterStart: false,
	});
	let held = false;
	const locks = {
		async request(_name: string, ...rest: unknown[]) {
			const work = rest.at(-1) as (lock: object | null) => Promise<unknown>;
			// Without `ifAvailable`, the lock is used for waiting, which a test with one page does not
			// need.
			if (rest.length === 1) return work({});
			if (held) return work(null);
			held = true;
			try {
				return await work({});
			} finally {
				held = false;
			}
		},
	};
	vi.stubGlobal("navigator", { ...globalThis.navigator, locks });
}

export function mock() {
	const events = { addListener: vi.fn(), removeListener: vi.fn() };
	return {
		default: {
			i18n: {
				getUILanguage: () => "en",
				getMessage: (key: string) => (key === "localeLanguage" ? "en" : key),
			},
			runtime: { id: "galley", getManifest: () => ({ version: "0.1.0" }) },
			permissions: { contains: async () => downloads.allowed },
			storage: {
				local: {
					get: async (key: string) => structuredClone({ [key]: kept[key] }),
					async set(values: Record<string, unknown>) {
						if (downloads.stopAfterStart && saved.length > 0 && started(values)) {
							Object.assign(kept, structuredClone(values));
							throw new Error("The worker was stopped.");
						}
						if (downloads.stopAfterStart && saved.length > 0) {
							throw new Error("The worker was stopped.");
						}
						Object.assign(kept, structuredClone(values));
					},
					onChanged: events,
				},
			},
			downloads: {
				async download({ url, filename }: { url: string; filename: string }) {
					const text = await (await fetch(url)).text();
					const id = nextId++;
					const taken = saved.some((file) => file.filename === filename);
					saved.push({
						id,
						filename: taken ? filename.replace(".json", ` (${id}).json`) : filename,
						text,
						state: stateNow(),
						error: downloads.failWith,
						byExtensionId: "galley",
						fileSize: text.length - (downloads.cutShort ? 1 : 0),
					});
					return id;
				},
				search: async ({ id }: { id: number }) => saved.filter((file) => file.id === id),
				async removeFile(id: number) {
					saved = saved.filter((file) => file.id !== id);
				},
				erase: async () => {},
			},
		},
	};
}

function stateNow(): Saved["state"] {
	if (downloads.slow) return "in_progress";
	return downloads.failWith ? "interrupted" : "complete";
}

function started(values: Record<string, unknown>): boolean {
	const [notes] = Object.values(values) as { underWay?: unknown }[];
	return notes?.underWay != null;
}
