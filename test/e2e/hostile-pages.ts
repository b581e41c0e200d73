/** Web pages with hostile strings in every place that Galley reads text from. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface HostilePages {
	/** For `serveSites`. */
	folder: string;
	/** Writes the page for some texts and returns its name. */
	add(name: string, texts: readonly string[]): string;
	remove(): void;
}

/** Runs in the page: its title and meta tags are all the texts joined, and each text is also that of a link. */
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
	// On a page that scrolls, the scroll bar would be where the test clicks on the page.
	lines.style.cssText =
		"white-space: pre-wrap; overflow-wrap: anywhere; max-height: 20em; overflow: hidden";
	lines.textContent = texts.join("\n");
	document.body.append(lines);
	const link = document.createElement("a");
	link.className = "link";
	link.href = `/linked${location.pathname}?utm_source=x`;
	// As much of it as fits in one line, so that it can be clicked.
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
