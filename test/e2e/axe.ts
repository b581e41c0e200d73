import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { View } from "./browsers/browser.ts";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

declare const window: Window & { axe: typeof axe };

/** The problems axe finds in the light and the dark theme, one line for each kind with its first place. */
export async function violations(view: View): Promise<string[]> {
	await view.runSource(SOURCE);
	const lines: string[] = [];
	for (const dark of [false, true]) {
		await view.setDark(dark);
		const isDark = () => matchMedia("(prefers-color-scheme: dark)").matches;
		await view.waitFor(async () => (await view.evaluate(isDark)) === dark, "the other theme");
		const found = await view.evaluate(async () => {
			const { violations: kinds } = await window.axe.run(document);
			return kinds.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html})`);
		});
		lines.push(...found.map((line) => `${dark ? "By night" : "By day"}, ${line}`));
	}
	return lines;
}
