import { type Source, type SyntaxNode, walk } from "./sources.ts";

/** A call with the key of a message, such as `translate("optionsUndo")`, and all possible keys. */
export interface Call {
	source: Source;
	node: SyntaxNode;
	/** Whether the key depends on a count, so that `_one` or another plural is added. */
	counted: boolean;
	/** The possible keys. In a composed key, each variable part is `?`. */
	keys: readonly string[];
	/** The number of values for the placeholders of the message; null if it cannot be determined. */
	values: number | null;
}

/** The functions with a key as argument, and whether they add a plural to it. */
const MESSAGE_FUNCTIONS: Readonly<Record<string, boolean>> = {
	translate: false,
	sentence: false,
	failure: false,
	translateCount: true,
	countedSentence: true,
};

/** Every call with the key of a message. */
export function callsIn(source: Source): Call[] {
	const calls: Call[] = [];
	walk(source.program, (node) => {
		if (node.type !== "CallExpression") return;
		const callee = node.callee as SyntaxNode;
		const name = callee.type === "Identifier" ? String(callee.name) : "";
		if (!(name in MESSAGE_FUNCTIONS)) return;
		const [key, ...values] = node.arguments as SyntaxNode[];
		if (!key) return;
		calls.push({
			source,
			node,
			counted: MESSAGE_FUNCTIONS[name] ?? false,
			keys: keysOf(key),
			values: values.some(({ type }) => type === "SpreadElement") ? null : values.length,
		});
	});
	return calls;
}

/** Every literal text in a file, except names of modules and types. */
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
