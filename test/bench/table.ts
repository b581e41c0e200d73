import type { Row } from "./row.ts";

/** The columns of the table, both when it is printed and in the documentation. */
const COLUMNS: readonly { heading: string; cell(row: Row): string }[] = [
	{ heading: "what", cell: ({ what }) => what },
	{ heading: "browser", cell: ({ browser }) => browser },
	{ heading: "median", cell: ({ median, unit }) => quantity(median, unit) },
	{ heading: "p95", cell: ({ p95, unit }) => quantity(p95, unit) },
	{
		heading: "baseline",
		cell: ({ baseline, unit, beside }) =>
			baseline === null ? "–" : `${quantity(baseline, unit)} (${beside})`,
	},
	{ heading: "ratio", cell: ({ ratio }) => (ratio === null ? "–" : `${ratio.toFixed(2)} ×`) },
	{
		heading: "bound",
		cell: ({ bound, ratio }) =>
			bound === null ? "–" : `${rounded(bound)}${ratio === null ? "" : " ×"}`,
	},
	{
		heading: "holds",
		cell: ({ holds }) => (holds === null ? "–" : holds ? "yes" : "NO"),
	},
];

/** The width of each printed column except the last, which has no fixed width. */
const WIDTHS = [58, 9, 11, 11, 46, 9, 8];

/** One line of the printed table. */
export function printedRow(row: Row): string {
	return padded(COLUMNS.map(({ cell }) => cell(row)));
}

/** The line above the printed table. */
export function printedHeadings(): string {
	return padded(COLUMNS.map(({ heading }) => heading));
}

/** The table in markdown. */
export function markdownTable(rows: readonly Row[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	return [
		line(COLUMNS.map(({ heading }) => heading)),
		line(COLUMNS.map(() => "---")),
		...rows.map((row) => line(COLUMNS.map(({ cell }) => cell(row)))),
	].join("\n");
}

function padded(cells: readonly string[]): string {
	return cells.map((cell, at) => cell.padEnd(WIDTHS[at] ?? 0)).join(" ");
}

/** A figure with its unit, with three digits or more. */
function quantity(value: number, unit: Row["unit"]): string {
	return unit === "" ? rounded(value) : `${rounded(value)} ${unit}`;
}

function rounded(value: number): string {
	const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2;
	return value.toFixed(digits);
}
