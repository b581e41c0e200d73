/**
 * Runs all checks.
 *
 *     npm test                      all of them
 *     npm test -- --types --unit    only these steps
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { audit } from "./audit.mjs";
import { build, TARGETS } from "./build.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { ensureBrowsers, tryToInstallDisplay } from "./find-browsers.mjs";
import { lintPackage } from "./lint-package.mjs";
import { pack } from "./package.mjs";
import { ROOT, runTool } from "./run.mjs";

const totals = { passed: 0, failed: 0, skipped: 0 };
/** The failed tests, repeated at the end, where they are not lost among thousands of lines. */
const failures = [];

/** Throws if the tool fails. */
async function runOrThrow(packageName, command, args) {
	const { code } = await runTool(packageName, command, args);
	if (code !== 0) throw new Error(`${command} says no (exit code ${code})`);
}

/** Adds a Vitest report to the totals. A file that cannot be loaded counts as one failure. */
function count(path) {
	const report = JSON.parse(readFileSync(path, "utf8"));
	const broken = report.testResults.filter(
		({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
	);
	totals.passed += report.numPassedTests;
	totals.failed += report.numFailedTests + broken.length;
	totals.skipped += report.numPendingTests + report.numTodoTests;
	for (const { name, message } of broken)
		failures.push({ file: name, title: "cannot be run", message });
	for (const { name, assertionResults } of report.testResults) {
		for (const { status, fullName, failureMessages } of assertionResults) {
			if (status !== "failed") continue;
			failures.push({ file: name, title: fullName, message: failureMessages[0] ?? "" });
		}
	}
}

async function vitest(name, args) {
	const path = join(ROOT, "out", `${name}.json`);
	mkdirSync(join(ROOT, "out"), { recursive: true });
	rmSync(path, { force: true });
	try {
		await runOrThrow("vitest", "vitest", [
			"run",
			"--reporter=default",
			"--reporter=json",
			`--outputFile.json=${path}`,
			...args,
		]);
	} finally {
		count(path);
	}
}

/** The steps in this order. The outcome of each is reported separately. */
const STEPS = {
	types: () => runOrThrow("typescript", "tsc", ["--noEmit"]),
	lint: () => runOrThrow("@biomejs/biome", "biome", ["check", "."]),
	unit: () => vitest("unit", []),
	audit: async () => audit(),
	build: async () => {
		for (const target of TARGETS) await build(target);
	},
	package: async () => {
		for (const target of TARGETS) await pack(target);
		await lintPackage();
		await vitest("packages", ["--config", "vitest.build.config.ts"]);
	},
	e2e: async () => {
		const wanted = process.env.GALLEY_BROWSERS?.split(",") ?? ["chromium", "firefox"];
		const found = await ensureBrowsers(wanted);
		tryToInstallDisplay();
		for (const [name, path] of Object.entries(found)) console.log(`${name}: ${path}`);
		await vitest("e2e", ["--config", "vitest.e2e.config.ts"]);
	},
};

const asked = process.argv.slice(2).map((word) => word.replace(/^--/, ""));
const unknown = asked.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
	console.error(`No such step: ${unknown.join(", ")}. There are ${Object.keys(STEPS).join(", ")}.`);
	process.exit(2);
}
ensureInstalled();

const results = [];
for (const [name, step] of Object.entries(STEPS)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);
	const start = Date.now();
	let failure;
	try {
		await step();
	} catch (error) {
		failure = error instanceof Error ? error.message : String(error);
		console.error(failure);
	}
	results.push({ name, failure, seconds: ((Date.now() - start) / 1000).toFixed(1) });
}

for (const { file, title, message } of failures) {
	const start = message.split("\n").slice(0, 12).join("\n    ").slice(0, 1_500);
	console.log(`\n✗ ${relative(ROOT, file)}: ${title}\n    ${start}`);
}

console.log(`\n── summary ${"─".repeat(53)}`);
for (const { name, failure, seconds } of results) {
	console.log(
		`${failure ? "✗" : "✓"} ${name.padEnd(8)} ${seconds.padStart(6)} s  ${failure ?? ""}`,
	);
}
const { passed, failed, skipped } = totals;
const bad = results.some(({ failure }) => failure) || failed > 0;
process.exitCode = bad ? 1 : 0;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
