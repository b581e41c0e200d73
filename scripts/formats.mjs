/**
 * Reads newsletters with the engine, one folder of issues each, and prints the table of docs/formats.md.
 *
 *     npm run formats -- DIR…
 */
import { resolve } from "node:path";
import { importTypeScript } from "./import-typescript.mjs";

const folders = process.argv.slice(2);
if (folders.length === 0) {
	console.error("Which folders? npm run formats -- DIR…");
	process.exit(2);
}
const { FORMATS_HEAD, formatsRow } = await importTypeScript("scripts/formats.ts");
console.log(FORMATS_HEAD);
for (const folder of folders) console.log(formatsRow(resolve(folder)));
