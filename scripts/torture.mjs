/**
 * Tests that take too long for `npm test`: a hundred killed browsers, eight pages that write at the same
 * time, a worker that is stopped at every moment, and long runs of the fuzz tests, the property tests and
 * the hostile strings, with new inputs in every run.
 *
 *     npm run torture                                 all of it, in both browsers
 *     npm run torture -- --kills --race               only these steps
 *     GALLEY_TORTURE_SEED=t4p7cv6g npm run torture    repeats the random choices of an earlier run
 *
 * GALLEY_TORTURE_KILLS is how often each browser is killed, GALLEY_FUZZ_RUNS is the number of texts for
 * each fuzz test, GALLEY_PROPERTY_FACTOR multiplies the inputs of each property test, and GALLEY_BROWSERS
 * selects the browsers.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, TARGETS } from "./build.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { ensureBrowsers } from "./find-browsers.mjs";
import { ROOT, runTool } from "./run.mjs";

const BROWSERS = process.env.GALLEY_BROWSERS?.split(",").map((name) => name.trim()) ?? [
	"chromium",
	"firefox",
];
/** The least number of kills, in all browsers together. */
const KILLS = 100;
const { env } = process;
const SEED = env.GALLEY_TORTURE_SEED || Math.random().toString(36).slice(2, 10).padEnd(8, "0");

const LONG = {
	GALLEY_TORTURE_SEED: SEED,
	GALLEY_TORTURE_KILLS: env.GALLEY_TORTURE_KILLS ?? String(Math.ceil(KILLS / BROWSERS.length)),
	GALLEY_TORTURE_LONG: "1",
	GALLEY_TORTURE_CHANGES: "200",
	GALLEY_PROPERTY_FACTOR: env.GALLEY_PROPERTY_FACTOR ?? "20",
	GALLEY_FUZZ_RUNS: env.GALLEY_FUZZ_RUNS ?? "50",
};

const inBrowsers = (...files) => ["--config", "vitest.e2e.config.ts", ...files];

/** The arguments of Vitest for each step. The steps run in this order. */
const STEPS = {
	storage: ["test/torture"],
	fuzz: ["test/fuzz"],
	properties: ["test/core", "test/data", "test/options/fields"],
	hostile: inBrowsers("test/e2e/hostile"),
	worker: inBrowsers("test/e2e/worker.e2e.ts", "test/e2e/restart.e2e.ts"),
	race: inBrowsers("test/e2e/race.e2e.ts"),
	kills: inBrowsers("test/e2e/killed.e2e.ts"),
};

/** The result files of a step in out/. */
const figuresOf = (step) => BROWSERS.map((browser) => `${step}-${browser}`);
const COUNTS = [...figuresOf("kills"), ...figuresOf("race"), "fuzz-counts", "hostile-counts"];

const pathOf = (name) => join(ROOT, "out", `${name}.json`);

/** The sum of one figure over the result files; undefined if none contains it. */
function sum(names, figure) {
	const found = names.filter((name) => existsSync(pathOf(name)));
	const numbers = found.map((name) => figure(JSON.parse(readFileSync(pathOf(name), "utf8"))));
	const known = numbers.filter((number) => typeof number === "number");
	return known.length > 0 ? known.reduce((total, number) => total + number, 0) : undefined;
}

/** Returns the count with this name, or the sum of all counts. */
const countOf = (name) => (counts) =>
	counts[name] ?? Object.values(counts).reduce((total, value) => total + (Number(value) || 0), 0);

function formatCount(count) {
	return count === undefined ? "not counted" : count.toLocaleString("en");
}

const asked = process.argv.slice(2).map((word) => word.replace(/^--/, ""));
const unknown = asked.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
	console.error(`No such step: ${unknown.join(", ")}. There are ${Object.keys(STEPS).join(", ")}.`);
	process.exit(2);
}

ensureInstalled();
mkdirSync(join(ROOT, "out"), { recursive: true });
// Otherwise the results of an earlier run would be reported as those of this run.
for (const name of COUNTS) rmSync(pathOf(name), { force: true });
console.log(`Seed ${SEED}`);
await ensureBrowsers(BROWSERS);
if (!env.GALLEY_DIST) for (const target of TARGETS) await build(target);

const failed = [];
for (const [name, args] of Object.entries(STEPS)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);
	const { code } = await runTool("vitest", "vitest", ["run", ...args], { env: LONG });
	if (code !== 0) failed.push(name);
}

const kills = figuresOf("kills");
const race = figuresOf("race");
const acknowledged = ({ acknowledged: changes }) => changes;
console.log(`
── figures ${"─".repeat(53)}
kills survived                     ${formatCount(sum(kills, (counts) => counts.kills))}
changes acknowledged before them   ${formatCount(sum(kills, acknowledged))}
facts compared after them          ${formatCount(sum(kills, (counts) => counts.compared))}
changes made by pages at once      ${formatCount(sum(race, acknowledged))}
cases run by the fuzz              ${formatCount(sum(["fuzz-counts"], countOf("cases")))}
hostile strings tried              ${formatCount(sum(["hostile-counts"], countOf("strings")))}
seed                               ${SEED}`);
if (failed.length > 0) {
	console.error(`\nFailed: ${failed.join(", ")}. GALLEY_TORTURE_SEED=${SEED} repeats the choices.`);
	process.exitCode = 1;
}
