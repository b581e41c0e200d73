import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { librariesOf, noticesOf } from "./library-notices.ts";
import { LINK_RULES_MODULE } from "./link-rules.ts";

/** The package of each module that is not a file; null if it contains no library code. */
const VIRTUAL: Readonly<Record<string, string | null>> = {
	[`\0${LINK_RULES_MODULE}`]: "tidy-url",
	"\0rolldown/runtime.js": "rolldown",
	// A placeholder for the manifest during the build. It is not part of the result.
	"/@crx/manifest": null,
};

/**
 * Adds `THIRD_PARTY.md`, the notices of all libraries in the bundle, and Galley's own license to the
 * build. `inWorkers` collects the libraries of the workers.
 */
export function thirdPartyNotices(): { inPages: Plugin; inWorkers: () => Plugin } {
	const modules = new Set<string>();
	const collect: Plugin["generateBundle"] = (_options, bundle) => {
		for (const output of Object.values(bundle)) {
			if (output.type !== "chunk") continue;
			for (const [id, { renderedLength }] of Object.entries(output.modules)) {
				if (renderedLength > 0) modules.add(id);
			}
		}
	};
	let root = "";
	return {
		inWorkers: () => ({ name: "galley-third-party-in-workers", generateBundle: collect }),
		inPages: {
			name: "galley-third-party",
			apply: "build",
			configResolved(config) {
				root = config.root;
			},
			generateBundle(options, bundle, isWrite) {
				Reflect.apply(collect, this, [options, bundle, isWrite]);
				const virtual = Object.entries(VIRTUAL).map(
					([id, name]) => [id, name && join(root, "node_modules", name)] as const,
				);
				const source = noticesOf(librariesOf(modules, new Map(virtual), root));
				this.emitFile({ type: "asset", fileName: "THIRD_PARTY.md", source });
				const own = readFileSync(join(root, "LICENSE"));
				this.emitFile({ type: "asset", fileName: "LICENSE", source: own });
			},
		},
	};
}
