/** Mozilla's own checks of the built Firefox package, the same that its store runs. */
import { isMain, runTool } from "./run.mjs";

/** Preact sets innerHTML for a property that Galley does not use. */
const KNOWN = new Set(["UNSAFE_VAR_ASSIGNMENT"]);

/** Checks dist/firefox. Throws when there is an error or an unknown warning. */
export async function lintPackage() {
	const { output } = await runTool(
		"web-ext",
		"web-ext",
		["lint", "--source-dir", "dist/firefox", "--output", "json", "--no-config-discovery"],
		{ capture: true, env: { NO_UPDATE_NOTIFIER: "1" } },
	);
	const { errors, warnings } = JSON.parse(output);
	const ours = warnings.filter(({ code }) => !KNOWN.has(code));
	for (const { code, message, file, line } of [...errors, ...ours]) {
		console.error(`${code} ${file ?? ""}${line ? `:${line}` : ""}: ${message}`);
	}
	const known = warnings.length - ours.length;
	console.log(`web-ext lint: ${errors.length} errors, ${ours.length} warnings, ${known} known`);
	if (errors.length + ours.length > 0) throw new Error("The Firefox package has faults.");
}

if (isMain(import.meta.url)) await lintPackage();
