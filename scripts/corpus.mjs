/**
 * What the reader and the writer make of a folder of issues, a line a file and totals.
 *
 *     npm run corpus -- DIR [--json]
 */
import { resolve } from "node:path";
import { importTypeScript } from "./import-typescript.mjs";

const args = process.argv.slice(2);
const json = args.includes("--json");
const [folder] = args.filter((arg) => !arg.startsWith("--"));

if (folder === undefined) {
	console.error("Which folder? npm run corpus -- DIR [--json]");
	process.exit(2);
}
const { reportOn } = await importTypeScript("scripts/corpus.ts");
const { files, totals } = reportOn(resolve(folder));
if (json) console.log(JSON.stringify({ files, totals }, null, "\t"));
else {
	for (const { name, number, items, problems, unchanged, rerendered } of files) {
		const links = items.reduce((sum, item) => sum + item.links.length, 0);
		const verdict = `${unchanged ? "same bytes" : "OTHER BYTES"}, ${rerendered ? "same text" : "OTHER TEXT"}`;
		console.log(
			`${name}  #${number}  ${items.length} items, ${links} links, ${problems.length} problems  ${verdict}`,
		);
		for (const { line, kind, text } of problems) console.log(`    line ${line}: ${kind} ${text}`);
	}
	console.log(
		`${totals.files} files, ${totals.items} items, ${totals.links} links, ${totals.problems} problems; ` +
			`${totals.unchanged} with the same bytes, ${totals.rerendered} with the same text`,
	);
}
