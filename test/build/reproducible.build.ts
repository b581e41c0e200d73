import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { copySources } from "./source-copy.ts";

const run = promisify(execFile);

/** Two simulated machines that differ in path, clock, umask and language. */
const MACHINES = [
	{ path: "a", umask: 0o022, env: { TZ: "UTC", LANG: "C" } },
	{
		path: "further/ünd with spaces/galley",
		umask: 0o077,
		env: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8" },
	},
];

const folder = mkdtempSync(join(tmpdir(), "galley-twice-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the packages from a copy of the sources. Returns the checksum of each by name. */
async function packagesMadeOn({ path, umask, env }: (typeof MACHINES)[number]) {
	const root = join(folder, path);
	const before = process.umask(umask);
	try {
		copySources(root);
		const clean = { ...process.env, GALLEY_TARGET: undefined, NODE_ENV: undefined, ...env };
		await run(process.execPath, ["scripts/package.mjs"], { cwd: root, env: clean });
	} finally {
		process.umask(before);
	}
	const names = readdirSync(join(root, "packages")).sort();
	return names.map((name) => {
		const bytes = readFileSync(join(root, "packages", name));
		return `${name} ${createHash("sha256").update(bytes).digest("hex")}`;
	});
}

test("The packages have the same bytes wherever and whenever they are built", async () => {
	const made: string[][] = [];
	for (const machine of MACHINES) made.push(await packagesMadeOn(machine));
	const [here, there] = made;
	expect(here).toHaveLength(2);
	expect(there).toEqual(here);
});
