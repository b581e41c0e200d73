/**
 * Measures, each figure beside a floor in the same run.
 *
 *     npm run bench
 */
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureBrowsers } from "./find-browsers.mjs";
import { importTypeScript } from "./import-typescript.mjs";
import { ROOT } from "./run.mjs";

const ROUNDS = 20;

const { benchPopup } = await importTypeScript("test/bench/popup-bench.ts");
const { benchDesk, ITEMS } = await importTypeScript("test/bench/desk-bench.ts");
await ensureBrowsers(["chromium"]);
await build("chrome");
const [popup, floor] = await benchPopup(join(ROOT, "dist", "chrome"), ROUNDS);
for (const { what, median, p95 } of [popup, floor]) {
	console.log(
		`${what.padEnd(12)} ready to type in after ${median.toFixed(0)} ms (p95 ${p95.toFixed(0)} ms)`,
	);
}
console.log(
	`popup / plain page: ${(popup.median / floor.median).toFixed(2)} (median of ${ROUNDS})`,
);

console.log(`\nThe draft with ${ITEMS} items, from the press to the frame that shows it:`);
const desk = await benchDesk(join(ROOT, "dist", "chrome"), ROUNDS);
for (const { what, median, p95 } of Object.values(desk).flat()) {
	console.log(`${what.padEnd(28)} ${median.toFixed(0)} ms (p95 ${p95.toFixed(0)} ms)`);
}
for (const [what, [own, bare]] of Object.entries({
	"key in a note / on a bare page": desk.keystroke,
	"open all / as many bare fields": desk.openAll,
})) {
	console.log(`${what}: ${(own.median / bare.median).toFixed(2)}`);
}
