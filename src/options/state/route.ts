import { type ReadonlySignal, signal } from "@preact/signals";

/** The panels of the page, by the address of each. */
export const PANELS = ["draft", "archive", "style"] as const;
export type Panel = (typeof PANELS)[number];

/** Where the page is: a panel, and within the archive maybe an issue. */
export interface Route {
	panel: Panel;
	/** The rest of the address, as the id of an archived issue; empty for none. */
	detail: string;
}

/** The route an address leads to; what leads nowhere leads to the draft. */
export function routeOf(hash: string): Route {
	const [name = "", detail = ""] = hash.replace(/^#\/?/, "").split("/");
	const panel = PANELS.find((known) => known === name) ?? "draft";
	return { panel, detail: panel === "draft" ? "" : decoded(detail) };
}

/** The address of a panel, as `#/archive`. */
export function hashOf(panel: Panel, detail = ""): string {
	const path = panel === "draft" ? "" : panel;
	return `#/${path}${detail && `/${encodeURIComponent(detail)}`}`;
}

/** The route of a window, which Back and Forward change like any other. */
export function createRoute(page: Window): ReadonlySignal<Route> {
	const route = signal(routeOf(page.location.hash));
	page.addEventListener("hashchange", () => {
		route.value = routeOf(page.location.hash);
	});
	return route;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
