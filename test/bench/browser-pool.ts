/** The browsers for measuring. Each has an archive of a different size and is started when it is needed. */
import { type BrowserName, type Driven, launch, type Tab } from "../e2e/browsers/browser.ts";
import { until } from "../e2e/browsers/wait.ts";
import { type Sites, serveSites } from "../e2e/sites.ts";
import { type Copies, makeCopies } from "./copies.ts";
import { issuesFor } from "./generated-issues.ts";
import type { bench, Jobs } from "./inside/main.ts";

declare const window: Window & { bench?: typeof bench; readyAt?: number; readyAfter?: number };

/** The time limit of a job in the page. A large archive takes minutes. */
const JOB_MS = 600_000;
const READY_MS = 60_000;
/** Issues stored in one transaction. */
const AT_ONCE = 250;

/** A browser with an archive in it. */
export interface Measured {
	driven: Driven;
	/** The number of issues in the archive. */
	issues: number;
	/** An empty page of the extension for running jobs. */
	page: Tab;
	run<Name extends keyof Jobs>(
		name: Name,
		...args: Parameters<Jobs[Name]>
	): Promise<Awaited<ReturnType<Jobs[Name]>>>;
	/**
	 * Opens the options page and waits for all the texts. `after` is the milliseconds from the start of
	 * loading.
	 */
	openUntil(hash: string, texts: readonly string[]): Promise<{ tab: Tab; after: number }>;
}

export interface BrowserPool {
	readonly browser: BrowserName;
	readonly copies: Copies;
	readonly sites: Sites;
	/** A browser whose archive has this many links. The same browser is returned each time. */
	withArchive(links: number): Promise<Measured>;
	/** A browser whose popup is plain HTML. */
	withBarePopup(): Promise<Driven>;
	close(): Promise<void>;
}

export async function openBrowserPool(browser: BrowserName): Promise<BrowserPool> {
	const [copies, sites] = await Promise.all([makeCopies(browser), serveSites()]);
	const bySize = new Map<number, Promise<Measured>>();
	let bare: Promise<Driven> | null = null;
	const start = (extension: string) =>
		launch(browser, { extension, proxy: sites.proxy, size: { width: 1440, height: 900 } });

	async function prepare(links: number): Promise<Measured> {
		const driven = await start(copies.galley);
		const page = await driven.openTab(`${driven.origin}/bench/inside.html`);
		const issues = issuesFor(links);
		const measured: Measured = {
			driven,
			issues,
			page,
			run: (name, ...args) => runJob(page, name, args),
			openUntil: (hash, texts) => openUntil(driven, hash, texts),
		};
		for (let first = 1; first <= issues; first += AT_ONCE) {
			await measured.run("storeIssues", first, Math.min(issues, first + AT_ONCE - 1));
		}
		await measured.run("deriveAll");
		await measured.run("storeDraft", 30);
		return measured;
	}

	return {
		browser,
		copies,
		sites,
		withArchive(links) {
			const there = bySize.get(links) ?? prepare(links);
			bySize.set(links, there);
			return there;
		},
		withBarePopup() {
			bare ??= start(copies.bare);
			return bare;
		},
		async close() {
			const all = [...[...bySize.values()].map(async (each) => (await each).driven), bare];
			const started = await Promise.allSettled(all);
			for (const each of started) if (each.status === "fulfilled") await each.value?.close();
			await sites.close();
			copies.remove();
		},
	};
}

async function runJob<Name extends keyof Jobs>(
	page: Tab,
	name: Name,
	args: Parameters<Jobs[Name]>,
): Promise<Awaited<ReturnType<Jobs[Name]>>> {
	const id = await page.evaluate(
		(job, numbers) => window.bench?.start(job, numbers) ?? Number.NaN,
		name as keyof Jobs,
		args as readonly number[],
	);
	const result = await until(
		() => page.evaluate((asked) => window.bench?.result(asked) ?? null, id),
		`the job ${name}`,
		JOB_MS,
	);
	if ("failed" in result) throw new Error(`The job ${name} failed: ${result.failed}`);
	return result.value as Awaited<ReturnType<Jobs[Name]>>;
}

async function openUntil(
	driven: Driven,
	hash: string,
	texts: readonly string[],
): Promise<{ tab: Tab; after: number }> {
	const ready = encodeURIComponent(texts.join("|"));
	const tab = await driven.openTab(
		`${driven.origin}/src/options/index.html?ready=${ready}#${hash}`,
	);
	const after = await until(
		() => tab.evaluate(() => window.readyAfter ?? null),
		`the page to show ${texts.join(" and ")}`,
		READY_MS,
	);
	return { tab, after };
}
