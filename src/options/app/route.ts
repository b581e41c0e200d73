import { computed, type ReadonlySignal, signal } from "@preact/signals";

/** The panels of the page. The name of a panel is part of its address. */
export const PANELS = ["draft", "archive", "sponsors", "shelf", "style", "settings"] as const;
export type Panel = (typeof PANELS)[number];

/** What the page shows: a panel and possibly one draft, archived issue or other part of it. */
export interface Route {
	panel: Panel;
	/** The rest of the address, for example the id of an archived issue; empty if there is none. */
	detail: string;
}

/** The route of an address. An unknown address gives the draft panel. */
export function routeOf(hash: string): Route {
	const [name = "", detail = ""] = hash.replace(/^#\/?/, "").split("/");
	const panel = PANELS.find((known) => known === name) ?? "draft";
	return { panel, detail: decoded(detail) };
}

/** The address of a panel, such as `#/archive`. The address of the current draft is `#/`. */
export function hashOf(panel: Panel, detail = ""): string {
	const path = panel === "draft" && detail === "" ? "" : panel;
	return `#/${path}${detail && `/${encodeURIComponent(detail)}`}`;
}

/** The route of a window. Back and Forward change it like any other navigation. */
export function createRoute(page: Window): ReadonlySignal<Route> {
	const route = signal(routeOf(page.location.hash));
	page.addEventListener("hashchange", () => {
		route.value = routeOf(page.location.hash);
	});
	return route;
}

/** The id of the draft that the address requests; null at first. Other panels keep the last one. */
export function shownDraft(route: ReadonlySignal<Route>): ReadonlySignal<string | null> {
	let last: string | null = null;
	return computed(() => {
		const { panel, detail } = route.value;
		// The other panels refer to the draft that was shown before.
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
