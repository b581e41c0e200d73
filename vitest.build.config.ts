import { defineConfig } from "vitest/config";

/** Tests of what is built and packed, as files; none needs a browser. */
export default defineConfig({
	test: {
		include: ["test/build/**/*.build.ts"],
		environment: "node",
		fileParallelism: false,
		testTimeout: 120_000,
		hookTimeout: 120_000,
	},
});
