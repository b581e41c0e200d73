/**
 * Asks the npm registry for known vulnerabilities of the packages in package-lock.json.
 *
 *     npm run audit
 *
 * Shipped packages must have none. Vulnerabilities of build and test tools are printed but are no
 * failure: they do not reach editors, and a fix may not exist for weeks. If the registry does not answer,
 * the audit says that nothing was checked.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMain, ROOT } from "./run.mjs";

/**
 * Parses the output of `npm audit --json`. If it is not a report, `checked` is null and `unchecked` says
 * why. Otherwise the result contains the findings as sentences, separately for shipped packages and for
 * tools.
 *
 * @param {string} printed
 * @param {Record<string, { dev?: boolean, devOptional?: boolean }>} packages the packages of the lock
 *   file, by folder
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

/** Prints the findings. Throws when a shipped package has a known vulnerability. */
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
