import { type Source, type SyntaxNode, walk } from "./sources.ts";

/** A call that names a message, as `say("optionsUndo")`, with all that its key can be. */
export interface Call {
	source: Source;
	node: SyntaxNode;
	/** Whether the key is the one of a count, to which `_one` or another plural is added. */
	counted: boolean;
	/** The keys it names; for one that is put together, with `?` for each part that is filled in. */
	keys: readonly string[];
	/** How many values fill the places of the message; null where that is not to be seen. */
	values: number | null;
}

/** The functions that are given a key, and whether they add a plural to it. */
const SPEAKERS: Readonly<Record<string, boolean>> = {
	say: false,
	sentence: false,
	failure: false,
	sayCount: true,
	sentenceCount: true,
};

/** Every call that names a message. */
export function callsIn(source: Source): Call[] {
	const calls: Call[] = [];
	walk(source.program, (node) => {
		if (node.type !== "CallExpression") return;
		const callee = node.callee as SyntaxNode;
		const name = callee.type === "Identifier" ? String(callee.name) : "";
		if (!(name in SPEAKERS)) return;
		const [key, ...values] = node.arguments as SyntaxNode[];
		if (!key) return;
		calls.push({
			source,
			node,
			counted: SPEAKERS[name] ?? false,
			keys: keysOf(key),
			values: values.some(({ type }) => type === "SpreadElement") ? null : values.length,
		});
	});
	return calls;
}

/** Every text that stands in a file as such, but for those that name a module or a type. */
export function textsIn({ program }: Source): Set<string> {
	const texts = new Set<string>();
	walk(program, (node, within) => {
		if (node.type !== "Literal" || typeof node.value !== "string") return;
		const around = within.at(-1)?.type ?? "";
		if (!around.startsWith("Import") && around !== "TSLiteralType") texts.add(node.value);
	});
	return texts;
}

function keysOf(key: SyntaxNode): string[] {
	switch (key.type) {
		case "Literal":
			return [String(key.value)];
		case "TemplateLiteral":
			return [
				(key.quasis as SyntaxNode[])
					.map(({ value }) => (value as { cooked: string }).cooked)
					.join("?"),
			];
		case "ConditionalExpression":
			return [...keysOf(key.consequent as SyntaxNode), ...keysOf(key.alternate as SyntaxNode)];
		case "TSAsExpression":
		case "ParenthesizedExpression":
			return keysOf(key.expression as SyntaxNode);
		default:
			return [];
	}
}
