import { expect, test } from "vitest";
import { filesOf, textOf } from "./modules.ts";

const files = filesOf("src");

/** The classes that the style sheets name. */
const styled = new Set(
	files
		.filter((file) => file.endsWith(".css"))
		.flatMap((file) => [...selectorsOf(textOf(file)).matchAll(/\.([a-z][\w-]*)/gi)])
		.map(([, name]) => name as string),
);

const pages = files.filter((file) => /\.(?:tsx?|html)$/.test(file)).map(textOf);

/** The text of a style sheet without comments and declarations. */
function selectorsOf(css: string): string {
	return css
		.replace(/\/\*.*?\*\//gs, "")
		.replace(/(?<=[{;]|^)[^{};]*;/gm, "")
		.replace(/@(?:container|media|import)[^{;]*/g, "");
}

test("Every class of a component is in a style sheet", () => {
	const given = pages
		.flatMap((page) => [...page.matchAll(/\bclass="([^"]*)"/g)])
		.flatMap(([, names = ""]) => names.split(/\s+/));
	expect([...new Set(given)].filter((name) => name !== "" && !styled.has(name))).toEqual([]);
});

test("Every class of a style sheet is used", () => {
	// A class may be put together, such as `series-${number}`.
	const parts = new Set(
		pages.flatMap((page) => [...page.matchAll(/[a-z][\w-]*/gi)]).map(([name]) => name),
	);
	const isUsed = (name: string) =>
		parts.has(name) || parts.has(name.slice(0, name.lastIndexOf("-") + 1));
	expect([...styled].filter((name) => !isUsed(name))).toEqual([]);
});
