/**
 * Reads a folder of issues with the engine and prints one line per file and the totals. With --json, it
 * prints all data; with --next, each issue except the first, written again from its draft in the style of
 * the issues before it; with --clips, each item that begins with a link, written as a new clip.
 *
 *     npm run corpus -- DIR [--json] [--next --json] [--clips --json]
 */
import { resolve } from "node:path";
import { importTypeScript } from "./import-typescript.mjs";

const args = process.argv.slice(2);
const json = args.includes("--json");
const [folder] = args.filter((arg) => !arg.startsWith("--"));

if (folder === undefined) {
	console.error("Which folder? npm run corpus -- DIR [--json] [--next --json] [--clips --json]");
	process.exit(2);
}
const { clipsOn, nextOn, reportOn } = await importTypeScript("scripts/corpus.ts");
const report = args.includes("--next") ? nextOn : args.includes("--clips") ? clipsOn : reportOn;
const found = report(resolve(folder));
if (json || report !== reportOn) console.log(JSON.stringify(found, null, "\t"));
else {
	const { files, leftOut, totals } = found;
	for (const { name, number, date, items, unchanged, rerendered } of files) {
		const links = items.reduce((sum, item) => sum + item.links.length, 0);
		const verdict = `${unchanged ? "same bytes" : "OTHER BYTES"}, ${rerendered ? "same text" : "OTHER TEXT"}`;
		const called = [number === null ? "no number" : `#${number}`, date ?? "no date"].join(", ");
		console.log(`${name}  ${called}  ${items.length} items, ${links} links  ${verdict}`);
	}
	for (const { name, reason } of leftOut) console.log(`${name}  left out: ${reason}`);
	console.log(
		`${totals.files} files, ${totals.items} items (${totals.asWritten} as written), ${totals.links} links; ` +
			`${totals.unchanged} with the same bytes, ${totals.rerendered} with the same text`,
	);
}
