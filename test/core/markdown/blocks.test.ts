import { micromark } from "micromark";
import { expect, test } from "vitest";
import { blocksOf } from "../../../src/core/markdown/blocks.ts";

const countOf = (html: string, tag: string) => html.split(`<${tag}`).length - 1;

test.each([
	["an empty item below an ordered list", "1. one\n-\n====\n---"],
	["an empty item below a quote", "> one\n-\n====\n---"],
	["a number other than 1 below a bullet list", "- one\n2. two"],
	["an empty number below a bullet list", "- one\n3.\n\nThree"],
	["a mark in a paragraph, which begins no list", "one\n2. two"],
	["an empty mark in a paragraph, which underlines it", "one\n-"],
	["a text that continues an item without its indent", "- one\ntwo"],
])("%s: headings and list items are those of CommonMark", (_, text) => {
	const blocks = blocksOf(text);
	const html = micromark(text);
	expect(blocks.filter(({ kind }) => kind === "listItem")).toHaveLength(countOf(html, "li"));
	expect(blocks.filter(({ kind }) => kind === "heading")).toHaveLength(countOf(html, "h2"));
});
