/**
 * Measures the accuracy of section suggestions: learns from the issues of a folder up to a number, and
 * evaluates the later ones, using only the addresses.
 *
 *     npm run suggest-eval -- DIR --until N [--json]
 *
 * Files that are not issues are skipped, and their names are written to standard error.
 */
import { parseArgs } from "node:util";
import { importTypeScript } from "./import-typescript.mjs";

const USAGE = "Usage: npm run suggest-eval -- DIR --until N [--json]";

function readArguments() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { until: { type: "string" }, json: { type: "boolean", default: false } },
	});
	const until = Number(values.until ?? Number.NaN);
	if (positionals.length !== 1 || !Number.isInteger(until)) throw new Error(USAGE);
	return { folder: positionals[0], until, json: values.json };
}

try {
	const { folder, until, json } = readArguments();
	const { evaluate, asTable, summary } = await importTypeScript("scripts/suggest-eval.ts");
	const result = evaluate(folder, until);
	for (const { name, reason } of result.skipped) console.error(`Skipped ${name}: ${reason}`);
	console.log(json ? JSON.stringify(summary(result)) : asTable(result));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
