import { micromark } from "micromark";
import { expect, test } from "vitest";
import { quote } from "../../../src/capture/quote.ts";
import { selectionMarkdown, textMarkdown } from "../../../src/core/selection/selection-markdown.ts";
import fc, { numRuns } from "../../property-tests.ts";
import { charactersIn, charactersOf } from "./marked-characters.ts";
import { selectedNodes } from "./selected-arbitrary.ts";

const RUNS = { numRuns: numRuns(1000) };

test("A second parser finds every character of a selection with its formatting", () => {
	fc.assert(
		fc.property(selectedNodes, (nodes) => {
			const markdown = selectionMarkdown(nodes);
			expect(charactersIn(markdown), JSON.stringify(markdown)).toEqual(charactersOf(nodes));
		}),
		RUNS,
	);
});

test("A second parser finds the same if the selection is quoted in a note, after other text", () => {
	fc.assert(
		fc.property(selectedNodes, (nodes) => {
			const markdown = `${quote(selectionMarkdown(nodes))}\n\nend`;
			const quoted = charactersOf([{ name: "blockquote", block: true, children: nodes }]);
			expect(charactersIn(markdown), JSON.stringify(markdown)).toEqual([
				...quoted,
				...charactersOf([{ text: "end", space: "collapse" }]),
			]);
		}),
		RUNS,
	);
});

test("A plain text is read unchanged, line by line", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
			const markdown = textMarkdown(text);
			expect(charactersIn(markdown), JSON.stringify(markdown)).toEqual(
				charactersOf([{ text, space: "keep" }]),
			);
			// Markdown's own second opinion: the text has no markup in it, so none is shown.
			expect(micromark(markdown)).not.toMatch(/<(?!\/?p>|br \/>|a href="https?:)/);
		}),
		RUNS,
	);
});
