import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { diffArrays } from "diff";
import { linksOf } from "../src/core/markdown/links.ts";
import { clipsOn, nextOn, reportOn } from "./corpus.ts";

/** The figures of one newsletter, as a row of a markdown table. */
export function formatsRow(folder: string): string {
	const { files, totals } = reportOn(folder);
	const shares = nextOn(folder)
		.pairs.map(({ name, text }) => sameLines(readFileSync(join(folder, name), "utf8"), text))
		.sort((one, other) => one - other);
	const { clips } = clipsOn(folder);
	const read = clips.filter(({ text, url }) => linksOf(text)[0]?.url === url).length;
	const titled = files.flatMap(({ items }) => items).filter(({ title }) => title !== "").length;
	const cells = [
		basename(folder),
		totals.files,
		percent(totals.unchanged, totals.files),
		percent(totals.rerendered, totals.files),
		totals.items,
		percent(titled, totals.items),
		percent(totals.asWritten, totals.items),
		percent(shares[shares.length >> 1] ?? 1, 1),
		percent(shares[0] ?? 1, 1),
		clips.length,
		percent(read, clips.length),
	];
	return `| ${cells.join(" | ")} |`;
}

export const FORMATS_HEAD = [
	"| newsletter | issues | same bytes | written the same | items | with a title | as written | next issue, lines the same (median) | (worst) | clips | read back |",
	"|---|---|---|---|---|---|---|---|---|---|---|",
].join("\n");

/** The fraction of lines that two texts have in common, ignoring underline widths and empty lines. */
function sameLines(one: string, other: string): number {
	const linesOf = (text: string) =>
		text
			.replace(/^\ufeff/, "")
			.split(/\r?\n/)
			.map((line) => line.trimEnd().replace(/^([=-])\1+$/, "$1$1$1"))
			.filter(Boolean);
	const [before, after] = [linesOf(one), linesOf(other)];
	const same = diffArrays(before, after).reduce(
		(sum, { added, removed, value }) => (added || removed ? sum : sum + value.length),
		0,
	);
	return same / Math.max(1, before.length, after.length);
}

function percent(part: number, whole: number): string {
	return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`;
}
