/** Writes `docs/performance.md` between its marks, and the charts in a folder beside it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GroupFigures } from "./benchmark.ts";
import { GROUPS } from "./groups.ts";
import { growthChart } from "./growth-chart.ts";
import { markdownTable } from "./table.ts";

const BEGIN = "<!-- Written by `npm run bench -- --docs`: do not edit by hand. -->";
const END = "<!-- The end of what is written. -->";
const CURVES = "performance";
/** All figures on the page, because a run may measure only some groups in one browser. */
const FIGURES = "figures.json";

/**
 * Replaces the figures of the measured groups and keeps the others. Throws if the page has lost its marks.
 *
 * @param docs the folder of the documentation
 */
export function writePerformancePage(docs: string, measured: readonly GroupFigures[]): void {
	const page = join(docs, "performance.md");
	const before = readFileSync(page, "utf8");
	const [start, end] = [before.indexOf(BEGIN), before.indexOf(END)];
	if (start < 0 || end < start) throw new Error(`${page} has lost the marks to write between.`);
	const folder = join(docs, CURVES);
	mkdirSync(folder, { recursive: true });
	const figures = replaced(keptFigures(join(folder, FIGURES)), measured);
	const charts = chartsOf(figures);
	for (const file of readdirSync(folder)) rmSync(join(folder, file));
	writeFileSync(join(folder, FIGURES), `${JSON.stringify(figures, null, "\t")}\n`);
	for (const { file, svg } of charts) writeFileSync(join(folder, file), svg);
	const written = [
		BEGIN,
		markdownTable(figures.flatMap(({ rows }) => rows)),
		figures.flatMap(({ failures }) => failures.map((failure) => `- ${failure}`)).join("\n"),
		charts.map(({ title, file }) => `![${title}](${CURVES}/${file})`).join("\n"),
	].filter((part) => part !== "");
	writeFileSync(page, `${before.slice(0, start) + written.join("\n\n")}\n\n${before.slice(end)}`);
}

function keptFigures(path: string): GroupFigures[] {
	return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
}

/** All figures in the order of the groups, the newly measured ones instead of the old ones. */
function replaced(old: readonly GroupFigures[], measured: readonly GroupFigures[]): GroupFigures[] {
	const all = new Map<string, GroupFigures>();
	for (const each of [...old, ...measured]) all.set(`${each.group} ${each.browser}`, each);
	return GROUPS.flatMap(({ name, browsers }) =>
		browsers.flatMap((browser) => all.get(`${name} ${browser}`) ?? []),
	);
}

function chartsOf(
	figures: readonly GroupFigures[],
): { title: string; file: string; svg: string }[] {
	const growths = figures.flatMap((each) =>
		each.growths.map((growth) => ({ ...growth, browser: each.browser })),
	);
	const titles = [...new Set(growths.map(({ what }) => what))];
	return titles.map((title) => {
		const those = growths.filter(({ what }) => what === title);
		const lines = those.map(({ browser, points }) => ({ name: browser, points }));
		const file = `${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.svg`;
		return { title, file, svg: growthChart(title, those[0]?.unit ?? "", lines) };
	});
}
