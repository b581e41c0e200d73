/** A copy of the built extension with code in every page and worker that reports violations. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserName, View } from "./browsers/browser.ts";

const DIST = process.env.GALLEY_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

/**
 * Runs first in each page and worker: sends every violation of its content security policy to all
 * others. A page stores what it receives where a test can read it.
 */
function watch(): void {
	const world = globalThis as { galleyWatched?: boolean };
	if (world.galleyWatched) return;
	world.galleyWatched = true;
	const seen: string[] = [];
	const keep = (violation: string) => {
		seen.push(violation);
		if (globalThis.document) document.documentElement.dataset.violations = JSON.stringify(seen);
	};
	const others = new BroadcastChannel("galley-violations");
	others.addEventListener("message", ({ data }) => keep(data));
	addEventListener("securitypolicyviolation", (event) => {
		const { effectiveDirective, blockedURI, sample } = event as SecurityPolicyViolationEvent;
		const violation = `${location.pathname} ${effectiveDirective} ${blockedURI} ${sample}`;
		keep(violation);
		others.postMessage(violation);
	});
}

/** The results of `probe.html`: the error of each attempt, or "done" if it was allowed. */
export type Found = Record<"html" | "script" | "worker" | "policy", string>;

/** Runs in `probe.html`, a page of the extension: tries what no page of the extension may do. */
function probe(): void {
	interface Factory {
		createPolicy(name: string, rules: object): { createScriptURL(address: string): string };
	}
	const { trustedTypes } = globalThis as { trustedTypes?: Factory };
	const tried = (what: () => void) => {
		try {
			what();
			return "done";
		} catch (error) {
			return (error as Error).name;
		}
	};
	const rules = { createHTML: String, createScriptURL: String };
	const found: Found = {
		html: tried(() => {
			document.createElement("div").innerHTML = "<b>";
		}),
		script: tried(() => new Function("")),
		worker: tried(() => new Worker("/probe-worker.js", { type: "module" })),
		policy: tried(() => trustedTypes?.createPolicy("another", rules)),
	};
	const address = "/probe-worker.js";
	const policy = trustedTypes?.createPolicy("galley-workers", rules);
	new Worker(policy?.createScriptURL(address) ?? address, { type: "module" });
	document.documentElement.dataset.found = JSON.stringify(found);
	document.documentElement.dataset.trustedTypes = String(trustedTypes !== undefined);
}

/** Runs in a worker: does what its content security policy forbids. */
function violate(): void {
	try {
		new Function("");
	} catch {
		// The added code reports it.
	}
}

export interface WatchedBuild {
	/** For `LaunchOptions.extension`. */
	folder: string;
	remove(): void;
}

/** Copies the extension as built for a browser. Its own code is not changed. */
export function watchedBuild(name: BrowserName): WatchedBuild {
	const folder = mkdtempSync(join(tmpdir(), "galley-watched-"));
	cpSync(join(DIST, name === "chromium" ? "chrome" : "firefox"), folder, { recursive: true });
	for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
		const file = join(folder, path);
		const before = (mark: string, first: string) => {
			const text = readFileSync(file, "utf8");
			if (!text.includes(mark)) throw new Error(`${path} has no ${mark}.`);
			writeFileSync(file, text.replace(mark, first + mark));
		};
		// Scripts for web pages are under the policy of those pages, and import nothing.
		if (path.endsWith(".js") && !path.startsWith("injected")) before("", 'import "/watch.js";\n');
		if (path.endsWith(".html"))
			before('<meta charset="utf-8">', '<script src="/watch.js"></script>');
	}
	const page = '<!doctype html><script src="/watch.js"></script><script src="/probe.js"></script>';
	writeFileSync(join(folder, "probe.html"), page);
	writeFileSync(join(folder, "watch.js"), `(${watch})();`);
	writeFileSync(join(folder, "probe.js"), `(${probe})();`);
	writeFileSync(join(folder, "probe-worker.js"), `import "/watch.js";\n(${violate})();`);
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The violations that a page has received since it was opened, its own and those of all others. */
export async function violationsHeard(page: View): Promise<string[]> {
	const heard = await page.evaluate(() => document.documentElement.dataset.violations);
	return JSON.parse(heard ?? "[]");
}
