import { effect } from "@preact/signals";
import { render } from "preact";
import "../components/theme.css";
import "./options.css";
import { showCount } from "../browser/badge.ts";
import { download } from "../browser/download.ts";
import { Page } from "./page.tsx";
import { createDesk } from "./state/desk.ts";
import { createRoute } from "./state/route.ts";

const desk = createDesk({
	download,
	copy: (text) => navigator.clipboard.writeText(text),
});
desk.start();

effect(() => {
	if (desk.stored.draft.value) void showCount(desk.stored.items.value.length);
});

// A page that goes away, or out of sight from where it may never return, saves what it holds.
addEventListener("pagehide", () => void desk.fields.flush());
addEventListener("visibilitychange", () => {
	if (document.visibilityState === "hidden") void desk.fields.flush();
});

const root = document.getElementById("root");
if (root) render(<Page desk={desk} route={createRoute(window)} />, root);
