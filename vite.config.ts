import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import manifest from "./manifest.json" with { type: "json" };
import { GIT_REPLACEMENTS } from "./scripts/git-replacements.ts";
import { injectedScripts } from "./scripts/injected-scripts.ts";
import { linkRules } from "./scripts/link-rules.ts";
import { NO_CHARACTER_REFERENCES } from "./scripts/no-character-references.ts";
import { popupApart } from "./scripts/popup-apart.ts";
import { thirdPartyNotices } from "./scripts/third-party-notices.ts";

/** The two packages Galley is built into; `GALLEY_TARGET` picks one. */
type Target = "chrome" | "firefox";

/** The major versions of the oldest browsers that Galley supports. They know `light-dark()` in CSS. */
const OLDEST = { chrome: 123, firefox: 142 };

/**
 * The manifest with the keys that differ by browser. Firefox runs the background as an event page, Chromium
 * as a service worker; each refuses or warns about the other's keys.
 */
function manifestFor(target: Target): ManifestV3Export {
	if (target === "chrome") {
		return { ...manifest, minimum_chrome_version: String(OLDEST.chrome) } as ManifestV3Export;
	}
	return {
		...manifest,
		background: { scripts: [manifest.background.service_worker], type: "module" },
		browser_specific_settings: {
			gecko: {
				id: "galley@galley.example",
				strict_min_version: `${OLDEST.firefox}.0`,
				data_collection_permissions: {
					required: ["none"],
					// Data that a connected Git host receives. Galley asks for it with the permission for the host.
					optional: ["authenticationInfo", "browsingActivity", "websiteContent"],
				},
			},
		},
	} as unknown as ManifestV3Export;
}

/** `OLDEST` as Lightning CSS needs it: the major version is in the third byte. */
const CSS_TARGETS = { chrome: OLDEST.chrome << 16, firefox: OLDEST.firefox << 16 };

export default defineConfig(({ command }) => {
	const target: Target = process.env.GALLEY_TARGET === "firefox" ? "firefox" : "chrome";
	const notices = thirdPartyNotices();
	return {
		plugins: [
			preact(),
			linkRules(),
			popupApart(),
			injectedScripts(() => [notices.inWorkers()]),
			notices.inPages,
			crx({ manifest: manifestFor(target), browser: target }),
		],
		css: {
			transformer: "lightningcss",
			lightningcss: { drafts: { customMedia: true }, targets: CSS_TARGETS },
		},
		resolve: { alias: { ...NO_CHARACTER_REFERENCES, ...GIT_REPLACEMENTS } },
		worker: {
			format: "es",
			plugins: () => [linkRules(), notices.inWorkers()],
		},
		build: {
			// Hot reload writes loaders that point at a local server, so it gets a directory of its own.
			outDir: command === "serve" ? "dist-dev" : `dist/${target}`,
			emptyOutDir: true,
			target: "es2022",
			cssTarget: Object.entries(OLDEST).map(([name, version]) => `${name}${version}`),
			modulePreload: { polyfill: false },
			sourcemap: false,
		},
	};
});
