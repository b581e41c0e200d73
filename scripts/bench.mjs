/**
 * Measures the built extension in real browsers. Each figure is shown beside a baseline of the same run.
 *
 *     npm run bench -- [--quick] [--json FILE] [--docs] [--only GROUP,GROUP]
 *         [--browser NAME] [--samples NUMBER] [--links NUMBER]
 *
 * A complete run takes hours: `--only` and `--browser` measure a part of it, and `--docs` replaces only the
 * figures of that part. The last two options make a run smaller, to try out a change. The exit code is 1
 * when a limit is exceeded or when something could not be measured.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { ensureBrowsers } from "./find-browsers.mjs";
import { importTypeScript } from "./import-typescript.mjs";
import { ROOT } from "./run.mjs";

const TARGETS = { chromium: "chrome", firefox: "firefox" };

const { values } = parseArgs({
	options: {
		quick: { type: "boolean", default: false },
		json: { type: "string" },
		docs: { type: "boolean", default: false },
		only: { type: "string", default: "" },
		browser: { type: "string" },
		samples: { type: "string" },
		links: { type: "string" },
	},
});
const { benchmark } = await importTypeScript("test/bench/benchmark.ts");
const { printedHeadings, printedRow } = await importTypeScript("test/bench/table.ts");
const { writePerformancePage } = await importTypeScript("test/bench/performance-page.ts");

const browsers = Object.keys(TARGETS).filter((name) =>
	values.browser ? name === values.browser : !values.quick || name === "chromium",
);
await ensureBrowsers(browsers);
for (const browser of browsers) await build(TARGETS[browser]);
console.log(printedHeadings());
const figures = await benchmark({
	browsers,
	quick: values.quick,
	samples: values.samples && Number(values.samples),
	links: values.links && Number(values.links),
	only: values.only.split(",").filter((name) => name !== ""),
	tell: (row) => console.log(printedRow(row)),
	tellFailure: (failure) => console.log(failure),
});
const rows = figures.flatMap((group) => group.rows);
const failures = figures.flatMap((group) => group.failures);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ rows }, null, "\t")}\n`);
if (values.docs) writePerformancePage(join(ROOT, "docs"), figures);
const broken = rows.filter(({ holds }) => holds === false).length;
console.log(`${rows.length} rows, of which ${broken} do not hold; ${failures.length} failures.`);
process.exitCode = broken + failures.length === 0 ? 0 : 1;
