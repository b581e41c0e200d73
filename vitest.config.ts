import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { linkRules } from "./scripts/link-rules.ts";

export default defineConfig({
	plugins: [preact(), linkRules()],
	test: {
		include: ["test/**/*.test.{ts,tsx}"],
		exclude: ["test/e2e/**"],
		setupFiles: ["test/wait-timeouts.ts", "test/upgrades-at-hand.ts"],
		environment: "node",
		// A guard against what hangs, and wide enough for a machine that has other work.
		testTimeout: 30_000,
	},
});
