import { computed, type ReadonlySignal, signal } from "@preact/signals";

/** The panels of the page, by the address of each. */
export const PANELS = ["draft", "archive", "sponsors", "shelf", "style", "settings"] as const;
export type Panel = (typeof PANELS)[number];

/** Where the page is: a panel, and within it maybe one draft, archived issue or the like. */
export interface Route {
	panel: Panel;
	/** The rest of the address, as the id of an archived issue; empty for none. */
	detail: string;
}

/** The route an address leads to; what leads nowhere leads to the draft. */
export function routeOf(hash: string): Route {
	const [name = "", detail = ""] = hash.replace(/^#\/?/, "").split("/");
	const panel = PANELS.find((known) => known === name) ?? "draft";
	return { panel, detail: decoded(detail) };
}

/** The address of a panel, as `#/archive`; that of the draft clips go to is `#/` alone. */
export function hashOf(panel: Panel, detail = ""): string {
	const path = panel === "draft" && detail === "" ? "" : panel;
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

/** The draft that an address asks for, by its id, as long as the page stays; null at first. */
export function shownDraft(route: ReadonlySignal<Route>): ReadonlySignal<string | null> {
	let last: string | null = null;
	return computed(() => {
		const { panel, detail } = route.value;
		// Another panel is about the draft that was on the desk before.
		if (panel === "draft") last = detail === "" ? null : detail;
		return last;
	});
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
