import { describe, expect, test } from "vitest";
import {
	allSources,
	filesOf,
	parsed,
	placeOf,
	type Source,
	type SyntaxNode,
	textOf,
	walk,
} from "./sources.ts";

/** Attributes that are seen or heard. */
const SPOKEN = new Set([
	...[
		"aria-label",
		"aria-description",
		"aria-roledescription",
		"aria-valuetext",
		"aria-placeholder",
	],
	...["alt", "label", "placeholder", "title", "hint", "lead", "caption"],
]);

/** Properties of an element that put words on the page. */
const WORDS = new Set(["textContent", "innerText", "title", "placeholder", "ariaLabel", "alt"]);

/** What is the same in every language: the name of the thing itself, and what stands on a key. */
const NAMES = new Set(["Galley", "Alt+"]);

/** Words of a language: two letters in a row, which are no placeholder of a pattern. */
function isWords(text: string): boolean {
	const rest = text.replace(/\{[^}]*\}/g, "").trim();
	return /\p{L}{2,}/u.test(rest) && !NAMES.has(rest.replace(/^[\s–·]+|[\s–·]+$/gu, ""));
}

/** The texts that a part of an expression can become as it stands there. */
function textsOf(node: SyntaxNode | null): string[] {
	if (!node) return [];
	switch (node.type) {
		case "Literal":
			return typeof node.value === "string" ? [node.value] : [];
		case "TemplateLiteral":
			return (node.quasis as SyntaxNode[]).map(({ value }) => (value as { cooked: string }).cooked);
		case "ConditionalExpression":
			return [...textsOf(node.consequent as SyntaxNode), ...textsOf(node.alternate as SyntaxNode)];
		case "LogicalExpression":
			return [...textsOf(node.left as SyntaxNode), ...textsOf(node.right as SyntaxNode)];
		case "BinaryExpression":
			return node.operator === "+"
				? [...textsOf(node.left as SyntaxNode), ...textsOf(node.right as SyntaxNode)]
				: [];
		case "JSXExpressionContainer":
		case "TSAsExpression":
			return textsOf(node.expression as SyntaxNode);
		default:
			return [];
	}
}

/** Words that a person would get to see and that are in no locale. */
function unspoken(source: Source): string[] {
	const found: string[] = [];
	const note = (node: SyntaxNode, texts: readonly string[]) => {
		for (const text of texts.filter(isWords))
			found.push(`${placeOf(source, node)}: ${text.trim()}`);
	};
	walk(source.program, (node, within) => {
		if (node.type === "JSXText") note(node, [String(node.value)]);
		const parent = within.at(-1)?.type ?? "";
		if (node.type === "JSXExpressionContainer" && /^JSX(Element|Fragment)$/.test(parent)) {
			note(node, textsOf(node));
		}
		if (node.type === "JSXAttribute") {
			const name = String((node.name as SyntaxNode).name);
			if (SPOKEN.has(name)) note(node, textsOf(node.value as SyntaxNode | null));
		}
		if (node.type === "AssignmentExpression") {
			const left = node.left as SyntaxNode;
			const property = (left.property as SyntaxNode | undefined)?.name;
			if (left.type === "MemberExpression" && WORDS.has(String(property))) {
				note(node, textsOf(node.right as SyntaxNode));
			}
		}
	});
	return found;
}

describe("Words that people get to see", () => {
	test("are in no source as they stand, but go through the locales", () => {
		expect(allSources().flatMap(unspoken)).toEqual([]);
	});

	test("are in no page as it is delivered, but for its name", () => {
		const words = filesOf(/\.html$/).flatMap((path) =>
			textOf(path)
				.replace(/<!--.*?-->/gs, "")
				.split(/<[^>]*>/)
				.filter(isWords),
		);
		expect(words).toEqual([]);
	});

	test("would be found in a view", () => {
		const view = `
			const a = <p title="Hello there">Some words {on ? "more" : say("x")} {\`\${n} items\`}</p>;
			const b = <input name="section" aria-label={"Your " + what} placeholder="{number}" />;
			document.title = \`\${say("a")} – Galley\`;
			element.textContent = "Undo";
		`;
		expect(unspoken(parsed("src/a.tsx", view)).map((line) => line.replace(/^.*?: /, ""))).toEqual([
			"Hello there",
			"Some words",
			"more",
			"items",
			"Your",
			"Undo",
		]);
	});
});
