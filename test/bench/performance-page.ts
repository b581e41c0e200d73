/** Writes `docs/performance.md` between its marks, and the charts in the same folder. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./benchmark.ts";
import { growthChart } from "./growth-chart.ts";
import { markdownTable } from "./table.ts";

const BEGIN = "<!-- Written by `npm run bench -- --docs`: do not edit by hand. -->";
const END = "<!-- The end of what is written. -->";
const CURVES = "performance";

/** @param docs the folder of the documentation */
export function writePerformancePage(docs: string, outcome: Outcome): void {
	const page = join(docs, "performance.md");
	const before = readFileSync(page, "utf8");
	const [start, end] = [before.indexOf(BEGIN), before.indexOf(END)];
	if (start < 0 || end < start) throw new Error(`${page} has lost the marks to write between.`);
	const charts = chartsOf(outcome);
	rmSync(join(docs, CURVES), { recursive: true, force: true });
	mkdirSync(join(docs, CURVES), { recursive: true });
	for (const { file, svg } of charts) writeFileSync(join(docs, CURVES, file), svg);
	const written = [
		BEGIN,
		markdownTable(outcome.rows),
		...outcome.failures.map((failure) => `- ${failure}`),
		charts.map(({ title, file }) => `![${title}](${CURVES}/${file})`).join("\n"),
	].filter((part) => part !== "");
	writeFileSync(page, `${before.slice(0, start) + written.join("\n\n")}\n\n${before.slice(end)}`);
}

function chartsOf({ growths }: Outcome): { title: string; file: string; svg: string }[] {
	const titles = [...new Set(growths.map(({ what }) => what))];
	return titles.map((title) => {
		const those = growths.filter(({ what }) => what === title);
		const lines = those.map(({ browser, points }) => ({ name: browser, points }));
		const file = `${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.svg`;
		return { title, file, svg: growthChart(title, those[0]?.unit ?? "", lines) };
	});
}
