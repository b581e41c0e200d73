import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { distOf, readBuilt, TARGETS, type Target } from "./dist.ts";

/**
 * The allowed content of a manifest, written by hand. Everything that grants a power is listed exactly. A
 * key that is not listed here may not be in a manifest.
 */
const MAY_SAY = {
	permissions: ["activeTab", "contextMenus", "scripting", "storage", "unlimitedStorage"],
	optional_permissions: ["downloads"],
	optional_host_permissions: ["http://127.0.0.1/*", "http://localhost/*", "https://*/*"],
	commands: ["_execute_action", "clip-to-first", "clip-to-second"],
	content_security_policy: {
		extension_pages: {
			"default-src": ["'none'"],
			"script-src": ["'self'"],
			"style-src": ["'self'"],
			"worker-src": ["'self'"],
			"connect-src": ["https:", "http://127.0.0.1:*", "http://localhost:*"],
			"form-action": ["'none'"],
			"base-uri": ["'none'"],
			"frame-ancestors": ["'none'"],
			"require-trusted-types-for": ["'script'"],
			"trusted-types": ["galley-reading", "galley-workers"],
		},
	},
} as const;

/** Keys that grant no power, by browser. */
const PLAIN: Record<Target, readonly string[]> = {
	chrome: ["minimum_chrome_version"],
	firefox: ["browser_specific_settings"],
};
const PLAIN_EVERYWHERE = [
	...["manifest_version", "name", "description", "default_locale", "version", "icons"],
	...["action", "background", "options_ui"],
];

/** Every file that may be in a package, except the scripts in `assets`. */
const FILES = [
	...["LICENSE", "THIRD_PARTY.md", "manifest.json", "service-worker-loader.js"],
	...["_locales", "assets", "icons", "injected", "src"],
];

type Manifest = Record<string, unknown> & {
	permissions: string[];
	optional_permissions: string[];
	optional_host_permissions: string[];
	commands: Record<string, unknown>;
	content_security_policy: Record<string, string>;
	action: Record<string, unknown>;
	options_ui: Record<string, unknown>;
	background: Record<string, unknown>;
	browser_specific_settings?: Record<string, Record<string, unknown>>;
};

function manifestOf(target: Target): Manifest {
	return JSON.parse(readBuilt(target, "manifest.json"));
}

/** The directives of a policy by name. */
function directives(policy: string): Record<string, string[]> {
	return Object.fromEntries(
		policy.split(";").map((directive) => {
			const [name = "", ...sources] = directive.trim().split(/\s+/);
			return [name, sources];
		}),
	);
}

describe.each(TARGETS)("The manifest built for %s", (target) => {
	const manifest = manifestOf(target);

	test("has only allowed keys, and none for sites, scripts or resources", () => {
		const allowed = [...Object.keys(MAY_SAY), ...PLAIN_EVERYWHERE, ...PLAIN[target]];
		expect(Object.keys(manifest).filter((key) => !allowed.includes(key))).toEqual([]);
	});

	test("requests these permissions, and the others only at the click that needs them", () => {
		expect(manifest.permissions.toSorted()).toEqual(MAY_SAY.permissions);
		expect(manifest.optional_permissions.toSorted()).toEqual(MAY_SAY.optional_permissions);
		expect(manifest.optional_host_permissions.toSorted()).toEqual(
			MAY_SAY.optional_host_permissions,
		);
	});

	test("has these commands", () => {
		expect(Object.keys(manifest.commands)).toEqual(MAY_SAY.commands);
	});

	test("allows scripts, resources and connections only from the package", () => {
		const policies = Object.entries(manifest.content_security_policy);
		expect(Object.fromEntries(policies.map(([pages, text]) => [pages, directives(text)]))).toEqual(
			MAY_SAY.content_security_policy,
		);
	});

	test("has its pages and its worker as files of the package", () => {
		const loader = "service-worker-loader.js";
		expect(manifest.background).toEqual(
			target === "chrome"
				? { service_worker: loader, type: "module" }
				: { scripts: [loader], type: "module" },
		);
		expect(Object.keys(manifest.action)).toEqual([
			"default_popup",
			"default_title",
			"default_icon",
		]);
		expect(manifest.options_ui).toEqual({ page: "src/options/index.html", open_in_tab: true });
		const pages = [manifest.action.default_popup, manifest.options_ui.page];
		for (const page of pages) expect(readBuilt(target, String(page))).toContain("<!doctype html>");
	});

	test("forbids connections in its pages, because only the Git worker may connect", () => {
		for (const page of [manifest.action.default_popup, manifest.options_ui.page]) {
			expect(readBuilt(target, String(page))).toMatch(
				/<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">/,
			);
		}
	});

	test("tells the store that no data is collected, except what is sent to a connected host", () => {
		const gecko = manifest.browser_specific_settings?.gecko;
		expect(gecko?.data_collection_permissions).toEqual(
			target === "firefox"
				? {
						required: ["none"],
						optional: ["authenticationInfo", "browsingActivity", "websiteContent"],
					}
				: undefined,
		);
	});
});

describe.each(TARGETS)("The build for %s", (target) => {
	test("contains only its scripts, pages, images and texts", () => {
		expect(readdirSync(distOf(target)).sort()).toEqual(FILES.toSorted());
		const assets = readdirSync(`${distOf(target)}/assets`);
		expect(assets.filter((name) => !/\.(?:js|css)$/.test(name))).toEqual([]);
		expect(readdirSync(`${distOf(target)}/injected`)).toEqual([
			"read-page.js",
			"read-selection.js",
		]);
	});

	test("contains no address that a script could be loaded from", () => {
		const pages = ["src/popup/index.html", "src/options/index.html"];
		for (const page of pages) {
			const html = readBuilt(target, page);
			const loaded = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
			expect(loaded.length).toBeGreaterThan(0);
			for (const address of loaded) expect(address).toMatch(/^\/assets\//);
			expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
		}
	});
});
