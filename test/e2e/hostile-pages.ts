/** Web pages that are full of hostile strings, each where a clipper takes text from. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface HostilePages {
	/** For `serveSites`. */
	folder: string;
	/** Writes the page for some texts and gives its name. */
	add(name: string, texts: readonly string[]): string;
	remove(): void;
}

/** Runs in the page: its title and its meta tags are the texts in a row, and each is a link's too. */
function fill(texts: readonly string[]): void {
	document.title = texts.join(" ");
	for (const name of ["description", "author", "og:title", "og:description"]) {
		const meta = document.createElement("meta");
		meta.setAttribute(name.startsWith("og:") ? "property" : "name", name);
		meta.content = texts.join(" ");
		document.head.append(meta);
	}
	const lines = document.createElement("pre");
	lines.className = "texts";
	// A page that scrolls has a scroll bar where the page itself is clicked on.
	lines.style.cssText =
		"white-space: pre-wrap; overflow-wrap: anywhere; max-height: 20em; overflow: hidden";
	lines.textContent = texts.join("\n");
	document.body.append(lines);
	const link = document.createElement("a");
	link.className = "link";
	link.href = `/linked${location.pathname}?utm_source=x`;
	// As much of it as fits in one line, to be clicked on.
	link.textContent = texts.join(" ").slice(0, 60);
	document.body.prepend(link);
}

function pageOf(texts: readonly string[]): string {
	const json = JSON.stringify(texts).replaceAll("<", "\\u003c");
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<body>
<script>(${fill})(${json});</script>
`;
}

export function hostilePages(): HostilePages {
	const folder = mkdtempSync(join(tmpdir(), "galley-hostile-"));
	return {
		folder,
		add(name, texts) {
			writeFileSync(join(folder, name), pageOf(texts));
			return name;
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
