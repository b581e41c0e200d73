import { expect, test } from "vitest";
import { filesOf, textOf } from "./sources.ts";

/** Properties and values that say left or right, where a language may begin on either side. */
const PHYSICAL: readonly RegExp[] = [
	/^\s*(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/,
	/^\s*border-(?:top|bottom)-(?:left|right)-radius\b/,
	/^\s*(?:left|right)\s*:/,
	/^\s*(?:float|clear|text-align|justify-content|justify-self|justify-items)\s*:\s*(?:left|right)\b/,
	// Four lengths of which the second and the fourth, right and left, differ.
	/^\s*(?:margin|padding|inset)\s*:\s*\S+\s+(\S+)\s+\S+\s+(?!\1;)\S+;/,
];

function physical(path: string, css: string): string[] {
	// Lengths that are worked out are one word.
	const plain = css.replace(/\/\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, " "));
	return plain
		.split("\n")
		.map((line) =>
			line.replace(/(?:var|calc|min|max|clamp)\((?:[^()]|\([^()]*\))*\)/g, (term) =>
				term.replace(/\s/g, ""),
			),
		)
		.flatMap((line, at) =>
			PHYSICAL.some((pattern) => pattern.test(line)) ? [`${path}:${at + 1}: ${line.trim()}`] : [],
		);
}

test("Styles say where a line begins and ends, not left and right", () => {
	expect(filesOf(/\.css$/).flatMap((path) => physical(path, textOf(path)))).toEqual([]);
});

test("Left and right would be found", () => {
	const css = `a {
		margin-left: 1px;
		padding: 0 4px 0 var(--space-6);
		padding: 0 4px 0 4px;
		left: 0;
		text-align: right;
		inset-inline-start: 0; /* left: */
		border-left: 0;
	}`;
	expect(
		physical("a.css", css).map((line) => line.replace(/:.*/s, "") && line.split(":")[1]),
	).toEqual(["2", "3", "5", "6", "8"]);
});
