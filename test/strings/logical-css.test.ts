import { expect, test } from "vitest";
import { filesOf, textOf } from "./sources.ts";

/** Properties and values with left or right, which are wrong for languages written from right to left. */
const PHYSICAL: readonly RegExp[] = [
	/^\s*(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/,
	/^\s*border-(?:top|bottom)-(?:left|right)-radius\b/,
	/^\s*(?:left|right)\s*:/,
	/^\s*(?:float|clear|text-align|justify-content|justify-self|justify-items)\s*:\s*(?:left|right)\b/,
	// Four lengths whose second (right) and fourth (left) differ.
	/^\s*(?:margin|padding|inset)\s*:\s*\S+\s+(\S+)\s+\S+\s+(?!\1;)\S+;/,
];

function physical(path: string, css: string): string[] {
	// Functions such as `calc` count as one length.
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

test("Styles use the start and end of a line, not left and right", () => {
	expect(filesOf(/\.css$/).flatMap((path) => physical(path, textOf(path)))).toEqual([]);
});

test("The check finds left and right", () => {
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
