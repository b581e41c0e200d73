/**
 * Measures the built extension in real browsers. Each figure is shown beside a baseline of the same run.
 *
 *     npm run bench -- [--quick] [--json FILE] [--docs] [--only GROUP,GROUP]
 *         [--samples NUMBER] [--links NUMBER]
 *
 * The last two options make a run smaller, to try out a change. The exit code is 1 when a limit is
 * exceeded or when something could not be measured.
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
		samples: { type: "string" },
		links: { type: "string" },
	},
});
const { benchmark, browsersFor, isGood } = await importTypeScript("test/bench/benchmark.ts");
const { printedHeadings, printedRow } = await importTypeScript("test/bench/table.ts");
const { writePerformancePage } = await importTypeScript("test/bench/performance-page.ts");

const browsers = browsersFor(values.quick);
await ensureBrowsers(browsers);
for (const browser of browsers) await build(TARGETS[browser]);
console.log(printedHeadings());
const outcome = await benchmark({
	quick: values.quick,
	samples: values.samples && Number(values.samples),
	links: values.links && Number(values.links),
	only: values.only.split(",").filter((name) => name !== ""),
	tell: (row) => console.log(printedRow(row)),
	tellFailure: (failure) => console.log(failure),
});
if (values.json)
	writeFileSync(values.json, `${JSON.stringify({ rows: outcome.rows }, null, "\t")}\n`);
if (values.docs) writePerformancePage(join(ROOT, "docs"), outcome);
const broken = outcome.rows.filter(({ holds }) => holds === false).length;
console.log(
	`${outcome.rows.length} rows, of which ${broken} do not hold; ${outcome.failures.length} failures.`,
);
process.exitCode = isGood(outcome) ? 0 : 1;
