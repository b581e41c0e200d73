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

/** Attributes that users see or hear. */
const SHOWN_ATTRIBUTES = new Set([
	...[
		"aria-label",
		"aria-description",
		"aria-roledescription",
		"aria-valuetext",
		"aria-placeholder",
	],
	...["alt", "label", "placeholder", "title", "hint", "lead", "caption"],
]);

/** Properties of an element that show text on the page. */
const SHOWN_PROPERTIES = new Set([
	"textContent",
	"innerText",
	"title",
	"placeholder",
	"ariaLabel",
	"alt",
]);

/** Texts that are the same in every language: the product name, and the name of a key. */
const NAMES = new Set(["Galley", "Alt+"]);

/** Whether a text contains words: two letters in a row that are not part of a placeholder. */
function isWords(text: string): boolean {
	const rest = text.replace(/\{[^}]*\}/g, "").trim();
	return /\p{L}{2,}/u.test(rest) && !NAMES.has(rest.replace(/^[\s–·]+|[\s–·]+$/gu, ""));
}

/** The literal texts that an expression can produce. */
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

/** Texts for users that are not in a locale. */
function untranslated(source: Source): string[] {
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
			if (SHOWN_ATTRIBUTES.has(name)) note(node, textsOf(node.value as SyntaxNode | null));
		}
		if (node.type === "AssignmentExpression") {
			const left = node.left as SyntaxNode;
			const property = (left.property as SyntaxNode | undefined)?.name;
			if (left.type === "MemberExpression" && SHOWN_PROPERTIES.has(String(property))) {
				note(node, textsOf(node.right as SyntaxNode));
			}
		}
	});
	return found;
}

describe("Texts for users", () => {
	test("are in the locales and not in the sources", () => {
		expect(allSources().flatMap(untranslated)).toEqual([]);
	});

	test("are not in the HTML pages, except for the name", () => {
		const words = filesOf(/\.html$/).flatMap((path) =>
			textOf(path)
				.replace(/<!--.*?-->/gs, "")
				.split(/<[^>]*>/)
				.filter(isWords),
		);
		expect(words).toEqual([]);
	});

	test("are found by this check in a view", () => {
		const view = `
			const a = <p title="Hello there">Some words {on ? "more" : translate("x")} {\`\${n} items\`}</p>;
			const b = <input name="section" aria-label={"Your " + what} placeholder="{number}" />;
			document.title = \`\${translate("a")} – Galley\`;
			element.textContent = "Undo";
		`;
		expect(
			untranslated(parsed("src/a.tsx", view)).map((line) => line.replace(/^.*?: /, "")),
		).toEqual(["Hello there", "Some words", "more", "items", "Your", "Undo"]);
	});
});
