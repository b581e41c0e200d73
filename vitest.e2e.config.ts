import { defineConfig } from "vitest/config";
import { linkRules } from "./scripts/link-rules.ts";

/**
 * Tests of the built extension in real browsers. One file at a time: browsers take turns with the
 * processor, and a shortcut or a clipboard belongs to whoever is in front.
 */
export default defineConfig({
	// What is stored is compared with what Galley's own pure functions make of it.
	plugins: [linkRules()],
	test: {
		include: ["test/e2e/**/*.e2e.ts"],
		environment: "node",
		fileParallelism: false,
		testTimeout: 60_000,
		hookTimeout: 90_000,
		teardownTimeout: 20_000,
	},
});
