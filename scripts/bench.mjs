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
const { ARCHIVED, benchDesk, ITEMS } = await importTypeScript("test/bench/desk-bench.ts");
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

console.log(`
The desk with ${ITEMS.toLocaleString("en")} items in the draft and ${ARCHIVED.toLocaleString("en")} in the archive,
from the press to the frame that shows it, beside a bare page:`);
for (const { own, bare } of await benchDesk(join(ROOT, "dist", "chrome"), ROUNDS)) {
	const ratio = (own.median / bare.median).toFixed(2);
	const told = ({ median, p95 }) => `${median.toFixed(0)} ms (p95 ${p95.toFixed(0)})`;
	console.log(`${own.what.padEnd(36)} ${told(own).padEnd(20)} ${told(bare).padEnd(20)} ${ratio}`);
}
