/**
 * Asks the registry what is known against the packages of package-lock.json.
 *
 *     npm run audit
 *
 * What is shipped must be clean. What is known against a tool for building or testing is said, and
 * is no failure: it reaches no editor, and may be without a remedy for weeks. Where the registry
 * does not answer, nothing is known, which is said too.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMain, ROOT } from "./run.mjs";

/**
 * What to make of what `npm audit --json` printed: `checked` is null and `unchecked` says why when
 * it is no report; else findings as sentences, apart for what is shipped and for tools.
 *
 * @param {string} printed
 * @param {Record<string, { dev?: boolean, devOptional?: boolean }>} packages those of the lock
 *   file, by their folder
 */
export function readAudit(printed, packages) {
	let report;
	try {
		report = JSON.parse(printed);
	} catch {
		return { checked: null, unchecked: printed.trim().split("\n")[0] || "npm said nothing" };
	}
	if (report.error || !report.vulnerabilities) {
		const why = report.error?.summary || report.message || report.error?.code;
		return { checked: null, unchecked: String(why || "npm made no report").split("\n")[0] };
	}
	const checked = { shipped: [], tools: [] };
	for (const { name, severity, via, nodes } of Object.values(report.vulnerabilities)) {
		const titles = via.map((each) => (typeof each === "string" ? `by ${each}` : each.title));
		const isTool = nodes.every((folder) => packages[folder]?.dev || packages[folder]?.devOptional);
		const found = `${name}: ${severity}, ${titles.join("; ")}`;
		(isTool ? checked.tools : checked.shipped).push(found);
	}
	return { checked, unchecked: null };
}

/** Says what is known. Throws when something is known against what is shipped. */
export function audit() {
	const { stdout, error } = spawnSync("npm", ["audit", "--json", "--fetch-retries=1"], {
		cwd: ROOT,
		encoding: "utf8",
		stdio: ["ignore", "pipe", "ignore"],
		shell: process.platform === "win32",
	});
	const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
	const { checked, unchecked } = readAudit(error ? error.message : stdout, packages);
	if (!checked) {
		console.log(`npm audit: not checked: ${unchecked}`);
		return;
	}
	const { shipped, tools } = checked;
	for (const found of tools) console.log(`A tool, ${found}`);
	for (const found of shipped) console.error(`Shipped, ${found}`);
	console.log(`npm audit: ${shipped.length} findings in what is shipped, ${tools.length} in tools`);
	if (shipped.length > 0) throw new Error("Something is known against what is shipped.");
}

if (isMain(import.meta.url)) {
	try {
		audit();
	} catch (error) {
		console.error(error.message);
		process.exitCode = 1;
	}
}
