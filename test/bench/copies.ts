/** Copies of the built extension that also contain the pages of the benchmark. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { linkRules } from "../../scripts/link-rules.ts";
import type { BrowserName } from "../e2e/browsers/browser.ts";
import { builtExtension } from "../e2e/browsers/profiles.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const POPUP = "src/popup/index.html";
const WATCHED = [POPUP, "src/options/index.html"];

export interface Copies {
	/** The built Galley. Its pages record when they are ready. */
	galley: string;
	/** The same with a popup of plain HTML. */
	bare: string;
	/** The text of a message of the interface in English, with its placeholders filled in. */
	message(key: string, ...values: readonly (string | number)[]): string;
	remove(): void;
}

export async function makeCopies(browser: BrowserName): Promise<Copies> {
	const folder = mkdtempSync(join(tmpdir(), "galley-bench-"));
	const galley = join(folder, "galley");
	const bare = join(folder, "bare");
	const target = browser === "chromium" ? "chrome" : "firefox";
	cpSync(builtExtension(target), galley, { recursive: true });
	cpSync(join(HERE, "pages"), join(galley, "bench"), { recursive: true });
	await bundle(join(galley, "bench"));
	allowLocalHost(join(galley, "manifest.json"));
	for (const page of WATCHED) {
		const html = readFileSync(join(galley, page), "utf8");
		writeFileSync(join(galley, page), watched(html));
	}
	cpSync(galley, bare, { recursive: true });
	writeFileSync(join(bare, POPUP), watched(readFileSync(join(HERE, "pages/popup.html"), "utf8")));
	const messages = JSON.parse(readFileSync(join(galley, "_locales/en/messages.json"), "utf8"));
	return {
		galley,
		bare,
		message(key, ...values) {
			const text: string | undefined = messages[key]?.message;
			if (text === undefined) throw new Error(`The interface has no message ${key}.`);
			return text.replace(/\$(\d)/g, (_, at) => String(values[Number(at) - 1] ?? ""));
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}

/** Gives the copy the permission for a Git server on this machine, which an editor is asked for. */
function allowLocalHost(path: string): void {
	const manifest = JSON.parse(readFileSync(path, "utf8"));
	writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ["http://127.0.0.1/*"] }));
}

function watched(html: string): string {
	return html.replace("<head>", '<head><script src="/bench/ready.js"></script>');
}

/** Bundles the code that runs inside the extension as one script, in the same way as the extension. */
async function bundle(folder: string): Promise<void> {
	await build({
		configFile: false,
		logLevel: "error",
		plugins: [linkRules()],
		build: {
			outDir: folder,
			emptyOutDir: false,
			target: "es2022",
			lib: {
				entry: join(HERE, "inside/main.ts"),
				formats: ["iife"],
				name: "galleyBench",
				fileName: () => "inside.js",
			},
		},
	});
}
