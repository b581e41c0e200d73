import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { GroupFigures } from "./benchmark.ts";
import { writePerformancePage } from "./performance-page.ts";
import { rowOf } from "./row.ts";

let docs: string;

beforeEach(() => {
	docs = mkdtempSync(join(tmpdir(), "galley-docs-"));
});

afterEach(() => rmSync(docs, { recursive: true }));

const points = [100, 1_000, 10_000].map((links) => ({ size: links, median: links / 50 }));
const imports: GroupFigures = {
	group: "import",
	browser: "chromium",
	rows: [
		rowOf("chromium", {
			what: "Import 45 issues",
			unit: "ms",
			own: [250],
			baseline: { what: "one write", samples: [200] },
			bound: 2,
		}),
	],
	growths: [{ what: "Import issues", unit: "ms", points, bound: 1.1 }],
	failures: [],
};

test("The page gets the table and the charts between its marks, and keeps its other text", () => {
	const page = join(docs, "performance.md");
	const [begin, end] = readFileSync("docs/performance.md", "utf8").match(/<!--[^>]*-->/g) ?? [];
	writeFileSync(page, `Before\n${begin}\nFigures of before\n${end}\nAfter\n`);
	writePerformancePage(docs, [imports]);
	const written = readFileSync(page, "utf8");
	expect([written.slice(0, 7), written.slice(-7)]).toEqual(["Before\n", "\nAfter\n"]);
	expect(written).not.toContain("Figures of before");
	expect(written).toContain(
		"| Import 45 issues | chromium | 250 ms | 250 ms | 200 ms (one write) | 1.25 × | 2 × | yes |",
	);
	expect(written).toContain("![Import issues](performance/import-issues.svg)");
	expect(readFileSync(join(docs, "performance/import-issues.svg"), "utf8")).toContain(
		"chromium, 1.00",
	);
});

test("A run of one group replaces only its own figures", () => {
	const page = join(docs, "performance.md");
	writeFileSync(page, readFileSync("docs/performance.md", "utf8"));
	const clip = { ...imports, group: "clip", growths: [], failures: ["The menu did not open."] };
	writePerformancePage(docs, [imports, clip]);
	writePerformancePage(docs, [{ ...clip, rows: [], failures: [] }]);
	const written = readFileSync(page, "utf8");
	expect(written).toContain("| Import 45 issues | chromium |");
	expect(written).not.toContain("The menu did not open.");
	expect(existsSync(join(docs, "performance/import-issues.svg"))).toBe(true);
});

test("A page without the marks is not changed", () => {
	writeFileSync(join(docs, "performance.md"), "No marks\n");
	expect(() => writePerformancePage(docs, [imports])).toThrow("has lost the marks");
	expect(existsSync(join(docs, "performance"))).toBe(false);
});
