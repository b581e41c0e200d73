/** Galley's source files, parsed. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A node of the syntax tree in the form of ESTree, with the extensions for JSX and TypeScript. */
export interface SyntaxNode {
	type: string;
	start: number;
	end: number;
	[part: string]: unknown;
}

export interface Source {
	/** Relative to the repository. */
	path: string;
	text: string;
	program: SyntaxNode;
}

/** Every file of `src` whose name matches, with its path relative to the repository. */
export function filesOf(ending: RegExp): string[] {
	return readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
		.filter((path) => ending.test(path) && !path.endsWith(".d.ts"))
		.map((path) => join("src", path))
		.sort();
}

export function textOf(path: string): string {
	return readFileSync(join(ROOT, path), "utf8");
}

/** Parses one file. Throws if this fails. */
export function parsed(path: string, text: string): Source {
	const { program, errors } = parseSync(path, text, { lang: path.endsWith("x") ? "tsx" : "ts" });
	if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
	return { path: relative(".", path), text, program: program as unknown as SyntaxNode };
}

export function allSources(): Source[] {
	return filesOf(/\.tsx?$/).map((path) => parsed(path, textOf(path)));
}

/** The position of a node for an error message, such as `src/a.ts:12`. */
export function placeOf({ path, text }: Source, node: SyntaxNode): string {
	return `${path}:${text.slice(0, node.start).split("\n").length}`;
}

/** Calls `visit` for every node below one, with its ancestors, the nearest last. */
export function walk(
	node: SyntaxNode,
	visit: (node: SyntaxNode, within: readonly SyntaxNode[]) => void,
	within: readonly SyntaxNode[] = [],
): void {
	visit(node, within);
	const around = [...within, node];
	for (const part of Object.values(node)) {
		for (const child of Array.isArray(part) ? part : [part]) {
			if (isNode(child)) walk(child, visit, around);
		}
	}
}

function isNode(value: unknown): value is SyntaxNode {
	return (
		typeof value === "object" && value !== null && typeof (value as SyntaxNode).type === "string"
	);
}
