import { defineConfig } from "vitest/config";
import { linkRules } from "./scripts/link-rules.ts";

/**
 * Tests of the built extension in real browsers. One file at a time: two at once take almost as long on two
 * cores, because the browsers take turns with the processor.
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
