/** The results of a run, saved so that `npm run torture` can print them at its end. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

/** Writes out/NAME.json. */
export function saveFigures(name: string, figures: object): void {
	mkdirSync(OUT, { recursive: true });
	writeFileSync(join(OUT, `${name}.json`), `${JSON.stringify(figures, null, "\t")}\n`);
}
