/**
 * How soon after a click in the toolbar the popup is ready to be typed in, beside a floor in the
 * same run: an extension whose popup is a plain HTML page of the same size with one text field.
 */
import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Extension, type Page } from "puppeteer-core";
import { executable } from "../e2e/browsers/executables.ts";
import { type Figure, figure } from "./figure.ts";

const BARE_PAGE = "bare.html";
const POPUP_PAGE = "src/popup/index.html";

/** The first rounds fill caches that every later popup finds filled; they are not counted. */
const WARM_UP = 3;

/** Opens both popups `rounds` times, taking turns, so that a busy moment falls on both. */
export async function benchPopup(dist: string, rounds: number): Promise<[Figure, Figure]> {
	const folder = mkdtempSync(join(tmpdir(), "galley-bench-"));
	const server = createServer((_, response) => {
		response.writeHead(200, { "Content-Type": "text/html" }).end("<title>A page</title><p>Text");
	}).listen(0, "127.0.0.1");
	const galley = join(folder, "galley");
	const bare = join(folder, "bare");
	cpSync(dist, galley, { recursive: true });
	makeBare(dist, bare);
	const browser = await puppeteer.launch({
		executablePath: executable("chromium"),
		headless: true,
		pipe: true,
		enableExtensions: [galley, bare],
		args: [
			"--disable-gpu",
			"--no-first-run",
			...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
		],
	});
	try {
		const page = await browser.newPage();
		await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
		const extensions = [...(await browser.extensions()).values()];
		const named = (name: string) => extensions.find((each) => each.name === name);
		const pair = [named("Galley"), named("Bare")];
		const times: [number[], number[]] = [[], []];
		for (let round = -WARM_UP; round < rounds; round += 1) {
			for (const [at, extension] of pair.entries()) {
				if (!extension) throw new Error("The browser did not load both extensions.");
				const time = await timeToType(browser, page, extension);
				if (round >= 0) times[at]?.push(time);
			}
		}
		return [figure("popup", times[0]), figure("plain page", times[1])];
	} finally {
		await browser.close();
		server.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Milliseconds from the click until a text field of the popup has the focus and was drawn. */
async function timeToType(browser: Browser, page: Page, extension: Extension): Promise<number> {
	const start = performance.now();
	await page.triggerExtensionAction(extension);
	const target = await browser.waitForTarget((each) => {
		const url = each.url();
		return url.includes(extension.id) && (url.endsWith(POPUP_PAGE) || url.endsWith(BARE_PAGE));
	});
	const popup = await target.asPage();
	await popup.waitForFunction(
		() => document.activeElement?.matches("textarea") && document.hasFocus(),
		{ polling: "raf", timeout: 10_000 },
	);
	const time = performance.now() - start;
	const closed = new Promise<void>((resolve) => popup.once("close", () => resolve()));
	await popup.evaluate(() => setTimeout(() => window.close()));
	await closed;
	return time;
}

/** The same extension with nothing but a plain page for a popup. */
function makeBare(dist: string, folder: string): void {
	cpSync(join(dist, "icons"), join(folder, "icons"), { recursive: true });
	writeFileSync(
		join(folder, "manifest.json"),
		JSON.stringify({
			manifest_version: 3,
			name: "Bare",
			version: "1",
			action: { default_popup: BARE_PAGE },
			permissions: ["activeTab"],
		}),
	);
	const padding = "x".repeat(weightOfPopup(dist));
	writeFileSync(
		join(folder, BARE_PAGE),
		`<!doctype html><meta charset="utf-8"><title>Bare</title><textarea autofocus></textarea><!--${padding}-->`,
	);
}

/** Bytes of the scripts and styles that the popup's page names. */
function weightOfPopup(dist: string): number {
	const html = readFileSync(join(dist, POPUP_PAGE), "utf8");
	const paths = readdirSync(dist, { recursive: true, encoding: "utf8" });
	return [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
		.map((found) => (found[1] ?? "").replace(/^(?:\.{0,2}\/)+/, ""))
		.map((name) => paths.find((path) => path.endsWith(name)))
		.reduce((sum, path) => sum + (path ? statSync(join(dist, path)).size : 0), 0);
}
