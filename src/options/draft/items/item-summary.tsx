import { Fragment } from "preact";
import type { ItemRecord } from "../../../data/db/records.ts";
import { say } from "../../../extension/strings.ts";
import { Address } from "../../../ui/address.tsx";
import { noteParts } from "./note-parts.ts";

/** The note of an item at a glance, with its quotes as quotes. */
export function NoteAtAGlance({ note }: Pick<ItemRecord, "note">) {
	const parts = noteParts(note);
	if (parts.length === 0) return <span class="missing">{say("optionsNoNote")}</span>;
	return parts.map(({ quote, text }, at) => (
		<Fragment key={`${at} ${text}`}>
			{at > 0 && " "}
			{quote ? <q>{text}</q> : text}
		</Fragment>
	));
}

/** The addresses of an item. */
export function Addresses({ links }: Pick<ItemRecord, "links">) {
	if (links.length === 0) return <span class="missing">{say("optionsNoLink")}</span>;
	return links.map(({ url }) => <Address key={url} url={url} />);
}
