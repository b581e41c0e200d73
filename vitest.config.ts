import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { trackingParameters } from "./scripts/tracking-parameters.ts";

export default defineConfig({
	plugins: [preact(), trackingParameters()],
	test: {
		include: ["test/**/*.test.{ts,tsx}"],
		exclude: ["test/e2e/**"],
		setupFiles: ["test/upgrades-at-hand.ts"],
		environment: "node",
	},
});
