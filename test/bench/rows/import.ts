import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { Tab } from "../../e2e/browsers/browser.ts";
import { until } from "../../e2e/browsers/wait.ts";
import type { Measured } from "../browser-pool.ts";
import { figure } from "../figure.ts";
import { generatedIssue, ITEMS_AN_ISSUE } from "../generated-issues.ts";
import { BOTH, type Context, type Findings, type Group, interleaved } from "../group.ts";
import { EXPONENTS, type Growth } from "../growth.ts";
import type { Measurement } from "../row.ts";
import { firstSearch } from "./search.ts";

declare const window: Window & { importStarted?: number; importedAfter?: number | null };

const IMPORT_MS = 900_000;
const COUNTS = [45, 360, 1_080, 3_600];
/** Growth can only be computed from at least two sizes. */
const MIN_COUNTS = 2;
/** 3,600 issues have slightly more than 100,000 links. */
const A_LITTLE_MORE = 1.02;
/** Fewer samples for large imports, because each takes minutes. */
const FEWER: Record<number, number> = { 360: 7, 1080: 5, 3600: 3 };
/** Ten times the issues may take twelve times as long. */
const MORE_THAN_LINEAR = 1.2;
const WAYS = ["files", "zip"] as const;

type Way = (typeof WAYS)[number];

/** Importing issues from files and from a zip, compared with parsing and writing the same issues once. */
export const importRows: Group = {
	name: "import",
	browsers: BOTH,
	async measure(context) {
		const largest = Math.max(...context.sizes);
		const counts = COUNTS.filter(
			(count, at) => at < MIN_COUNTS || count * ITEMS_AN_ISSUE <= largest * A_LITTLE_MORE,
		);
		const folder = mkdtempSync(join(tmpdir(), "galley-import-"));
		// An archive with one link, because other groups read the archives of the usual sizes.
		const measured = await context.pool.withArchive(1);
		try {
			for (const count of counts) writeIssues(folder, count);
			return await measureImports(context, measured, counts, folder);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	},
};

async function measureImports(
	{ pool, repetitions }: Context,
	measured: Measured,
	counts: readonly number[],
	folder: string,
): Promise<Findings> {
	const measurements: Measurement[] = [];
	const samples = new Map<string, number[]>();
	const of = (way: Way, count: number) => samples.get(`${way} ${count}`) ?? [];
	const last = counts.at(-1) ?? 0;
	for (const count of counts) {
		const searched: number[] = [];
		const readBytes: number[] = [];
		const take = async (way: Way) => {
			await measured.run("reset");
			const tab = await measured.driven.openOptions("/archive");
			const after = await importWith(tab, way, count, folder, pool.copies.message);
			if (count === last) {
				searched.push(await firstSearch(measured, tab, pool.copies.message));
				readBytes.push(await measured.run("readKeptIndex"));
			}
			await tab.close();
			return after;
		};
		const taken = await interleaved(
			Math.min(repetitions, FEWER[count] ?? repetitions),
			{
				files: () => take("files"),
				zip: () => take("zip"),
				alone: async () => {
					await measured.run("reset");
					return measured.run("parseAndPut", count);
				},
			},
			count === last ? 0 : 1,
		);
		for (const way of WAYS) {
			samples.set(`${way} ${count}`, taken[way]);
			measurements.push({
				what: `Import ${count.toLocaleString("en")} issues, ${way}`,
				unit: "ms",
				own: taken[way],
				baseline: { what: "the parser and one write", samples: taken.alone },
				bound: 2,
			});
		}
		if (count === last) {
			measurements.push({
				what: `First search after an import of ${count.toLocaleString("en")} issues`,
				unit: "ms",
				own: searched,
				baseline: { what: "reading the kept index", samples: readBytes },
				bound: 3,
			});
		}
	}
	const before = counts.at(last === 3_600 ? 1 : 0) ?? 0;
	for (const way of WAYS) {
		measurements.push({
			what: `Import ${last.toLocaleString("en")} issues after ${before}, ${way}`,
			unit: "ms",
			own: of(way, last),
			baseline: { what: `importing ${before}`, samples: of(way, before) },
			bound: (MORE_THAN_LINEAR * last) / before,
		});
	}
	const growths = WAYS.map(
		(way): Growth => ({
			what: `Import issues, ${way}`,
			unit: "ms",
			points: counts.map((count) => ({
				size: count * ITEMS_AN_ISSUE,
				median: figure(of(way, count)).median,
			})),
			bound: EXPONENTS.readsAll,
		}),
	);
	return { measurements, growths };
}

/** Milliseconds from choosing the files until the page says how many issues were added. */
async function importWith(
	tab: Tab,
	way: Way,
	count: number,
	folder: string,
	message: (key: string, ...values: number[]) => string,
): Promise<number> {
	await tab.evaluate(watchImport, `${count} `, message("optionsImportAdded_other", count));
	if (way === "zip") await tab.chooseFiles("Import files", [join(folder, `${count}.zip`)]);
	else await tab.chooseFiles("Import a folder", [join(folder, String(count))]);
	return until(
		() => tab.evaluate(() => window.importedAfter ?? null),
		`${count} issues to be imported`,
		IMPORT_MS,
	);
}

/** Runs in the page: measures the time from choosing files until a text is shown. */
function watchImport(_count: string, text: string): void {
	window.importedAfter = null;
	const chosen = () => {
		window.importStarted = performance.now();
	};
	addEventListener("change", chosen, { capture: true, once: true });
	const observer = new MutationObserver(() => {
		if (!document.body.textContent?.includes(text)) return;
		observer.disconnect();
		window.importedAfter = performance.now() - (window.importStarted ?? Number.NaN);
	});
	observer.observe(document.body, { childList: true, characterData: true, subtree: true });
}

function writeIssues(folder: string, count: number): void {
	const files = Array.from({ length: count }, (_, at) => generatedIssue(at + 1));
	mkdirSync(join(folder, String(count)));
	for (const { name, text } of files) writeFileSync(join(folder, String(count), name), text);
	const packed = Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]));
	writeFileSync(join(folder, `${count}.zip`), zipSync(packed));
}
