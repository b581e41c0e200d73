/**
 * Lets several machines edit and sync at random, and checks that all end with the same data: `npm run
 * convergence`.
 */
import { spawnSync } from "node:child_process";

const { status } = spawnSync("npx", ["vitest", "run", "test/sync/convergence.test.ts"], {
	stdio: "inherit",
	shell: process.platform === "win32",
	env: { ...process.env, GALLEY_CONVERGENCE: "long" },
});
process.exit(status ?? 1);
