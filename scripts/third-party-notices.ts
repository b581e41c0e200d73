import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { librariesOf, noticesOf } from "./library-notices.ts";
import { LINK_RULES_MODULE } from "./link-rules.ts";

/** Modules that are no file, and the package whose code or data each is; null for none. */
const VIRTUAL: Readonly<Record<string, string | null>> = {
	[`\0${LINK_RULES_MODULE}`]: "tidy-url",
	"\0rolldown/runtime.js": "rolldown",
	// Stands for the manifest while it is being built, and is thrown away.
	"/@crx/manifest": null,
};

/**
 * Puts `THIRD_PARTY.md`, the notices of every library that reached the bundle, and Galley's own
 * licence into what is built. What the threads are built from is collected by `inWorkers`.
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
