import { defineConfig } from "vitest/config";
import { linkRules } from "./scripts/link-rules.ts";

/**
 * Tests of the built extension in real browsers. Two files at a time: each has browsers, sites and, where
 * it needs one, a display of its own.
 */
export default defineConfig({
	// What is stored is compared with what Galley's own pure functions make of it.
	plugins: [linkRules()],
	test: {
		include: ["test/e2e/**/*.e2e.ts"],
		environment: "node",
		maxWorkers: 2,
		testTimeout: 60_000,
		hookTimeout: 90_000,
		teardownTimeout: 20_000,
	},
});
