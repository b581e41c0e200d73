import { type ReadonlySignal, signal } from "@preact/signals";
import { markdown as markdownTarget } from "../../../export/markdown.ts";
import { unquoteFrom } from "../../../issue/protect.ts";
import { atLeisure } from "../../signals/at-leisure.ts";
import type { Outgoing } from "../outgoing.ts";
import { locateItem, type Span } from "./locate.ts";

/** The issue as text, in two ways. */
export interface Previewed {
	/** The file, byte for byte. */
	markdown: string;
	/** The same, as a reader's mail program gives it back: without mail quoting. */
	reading: string;
	/** Where `reading` begins for a reader: behind the front matter. */
	readingFrom: number;
	issue: Outgoing["issue"];
	/** The style that both are written in. */
	style: Outgoing["style"];
	ids: Outgoing["ids"];
}

/**
 * The preview, made when the page has nothing better to do: typing never waits for it. Several
 * changes in a row make one preview.
 */
export function createPreview(
	outgoing: ReadonlySignal<Outgoing | null>,
): ReadonlySignal<Previewed | null> {
	const preview = signal<Previewed | null>(null);
	atLeisure(outgoing, (now) => {
		preview.value = previewOf(now);
	});
	return preview;
}

/** The preview of an issue. */
export function previewOf({ issue, style, ids }: Outgoing): Previewed {
	const markdown = markdownTarget.render(issue, style);
	const reading = style.mailQuoting ? markdown.split("\n").map(unquoteFrom).join("\n") : markdown;
	return {
		markdown,
		reading,
		readingFrom: bodyStart(reading, style.frontMatter.length > 0),
		issue,
		style,
		ids,
	};
}

/** Where an item stands in one of the two texts; null when it is not part of the issue. */
export function spanOf(
	previewed: Previewed,
	text: "markdown" | "reading",
	id: string | null,
): Span | null {
	const nth = id === null ? -1 : previewed.ids.indexOf(id);
	return nth === -1 ? null : locateItem(previewed[text], previewed.issue, nth);
}

function bodyStart(text: string, hasFrontMatter: boolean): number {
	if (!hasFrontMatter || !text.startsWith("---\n")) return 0;
	const end = text.indexOf("\n---\n", 3);
	return end === -1 ? 0 : end + "\n---\n".length;
}
