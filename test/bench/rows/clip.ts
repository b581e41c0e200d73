import type { Tab } from "../../e2e/browsers/browser.ts";
import { until } from "../../e2e/browsers/wait.ts";
import type { BrowserPool, Measured } from "../browser-pool.ts";
import { bySize, together } from "../by-size.ts";
import { type Group, interleaved } from "../group.ts";
import { EXPONENTS } from "../growth.ts";

const CLIP_MS = 10_000;

/** The global object of the extension's worker, where the time is measured. */
declare const self: { clippedAfter?: number | null; bare?: IDBDatabase };
declare const chrome: {
	contextMenus: { onClicked: { dispatch(...args: unknown[]): void } };
};

/** Clipping with the menu: from the event in the worker until the clip is on disk. */
export const clipRows: Group = {
	name: "clip",
	browsers: ["chromium"],
	async measure(context) {
		const { pool, repetitions } = context;
		const clip = clipper(pool);
		const measured = await pool.withArchive(0);
		const samples = await interleaved(repetitions, {
			clip: (round) => clip(measured, round),
			put: (round) => measured.driven.inWorker(putOnce, round),
		});
		const sized = await bySize(context, {
			what: "Clip a page",
			unit: "ms",
			bound: 1.1,
			beside: 0,
			exponent: EXPONENTS.readsPart,
			take: (each, round) => clip(each, 1_000 + round),
		});
		for (const size of context.sizes) await (await pool.withArchive(size)).run("storeDraft", 30);
		return together([
			{
				measurements: [
					{
						what: "Clip a page, from the menu's event to the disk",
						unit: "ms",
						own: samples.clip,
						baseline: { what: "one strict put", samples: samples.put },
						bound: 1.5,
					},
				],
			},
			sized,
		]);
	},
};

/** Clips a different page each time, all in one tab of each browser. */
function clipper(pool: BrowserPool): (measured: Measured, round: number) => Promise<number> {
	const tabs = new Map<Measured, Tab>();
	return async (measured, round) => {
		const { driven } = measured;
		const url = pool.sites.page(`article.html?round=${round}`, "clip.example");
		const tab = tabs.get(measured) ?? (await driven.openTab(url));
		tabs.set(measured, tab);
		await tab.goto(url);
		await driven.inWorker(watchClip);
		await driven.contextMenu(tab, { on: "page" }, "Add to News");
		return until(() => driven.inWorker(clippedAfter), "the clip to be on disk", CLIP_MS);
	};
}

/** Runs in the worker: measures the next clip. */
function watchClip(): void {
	const { dispatch } = chrome.contextMenus.onClicked;
	const { transaction } = IDBDatabase.prototype;
	self.clippedAfter = null;
	let start = 0;
	chrome.contextMenus.onClicked.dispatch = function (...args) {
		chrome.contextMenus.onClicked.dispatch = dispatch;
		start = performance.now();
		return dispatch.apply(this, args);
	};
	IDBDatabase.prototype.transaction = function (stores, mode, options) {
		const made = transaction.call(this, stores, mode, options);
		if (mode === "readwrite" && made.objectStoreNames.contains("items")) {
			IDBDatabase.prototype.transaction = transaction;
			made.addEventListener("complete", () => {
				self.clippedAfter = performance.now() - start;
			});
		}
		return made;
	};
}

/** Runs in the worker: milliseconds that the clip took, or null until it is on disk. */
function clippedAfter(): number | null {
	return self.clippedAfter ?? null;
}

/** Runs in the worker: milliseconds for writing one record into a separate database. */
async function putOnce(round: number): Promise<number> {
	const open = () =>
		new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open("bare");
			opening.onupgradeneeded = () => opening.result.createObjectStore("items", { keyPath: "id" });
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
	const bare = self.bare ?? (await open());
	self.bare = bare;
	const start = performance.now();
	const made = bare.transaction("items", "readwrite", { durability: "strict" });
	made
		.objectStore("items")
		.put({ id: round, note: "A note", links: [{ url: "http://a.example" }] });
	await new Promise((resolve, reject) => {
		made.oncomplete = resolve;
		made.onerror = reject;
	});
	return performance.now() - start;
}
