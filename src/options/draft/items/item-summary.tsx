import { Fragment } from "preact";
import { isLinkable } from "../../../core/links/linkable.ts";
import { unescapeMarks } from "../../../core/markdown/escape-marks.ts";
import type { ItemRecord } from "../../../data/db/records.ts";
import { translate } from "../../../extension/strings.ts";
import { Address } from "../../../ui/address.tsx";
import { noteParts } from "./note-parts.ts";

interface ItemSummaryProps {
	item: Pick<ItemRecord, "title" | "note" | "links">;
	/**
	 * The tabindex of the links. The controls of an item are in the Tab order only if the item itself is.
	 */
	tabIndex?: number;
	/** The id of the first link. The key that opens the page uses it. */
	pageId?: string;
}

/**
 * The summary of an item in two lines: title and addresses, then the note. If there is no title, the note
 * uses both lines.
 */
export function ItemSummary(props: ItemSummaryProps) {
	const { item } = props;
	const title = titleOf(item);
	return (
		<>
			{title !== "" && <p class="title">{title}</p>}
			<p class="note">
				<NoteAtAGlance note={item.note} />
			</p>
			<p class="links">
				<Addresses {...props} />
			</p>
		</>
	);
}

/** The item's title as plain text. If there is neither title nor note, the title of the linked page. */
function titleOf({ title, note, links }: ItemSummaryProps["item"]): string {
	const own = unescapeMarks(title).trim();
	if (own !== "" || note.trim() !== "") return own;
	return links.find((link) => link.title.trim() !== "")?.title.trim() ?? "";
}

/** The note in the summary. Quotes are shown as quotes. */
function NoteAtAGlance({ note }: Pick<ItemRecord, "note">) {
	const parts = noteParts(note);
	if (parts.length === 0) return <span class="missing">{translate("optionsNoNote")}</span>;
	return parts.map(({ quote, text }, at) => (
		<Fragment key={`${at} ${text}`}>
			{at > 0 && " "}
			{quote ? <q>{text}</q> : text}
		</Fragment>
	));
}

/** The addresses of an item. Each web address is a link that opens a new tab. */
function Addresses({ item: { links }, tabIndex, pageId }: ItemSummaryProps) {
	if (links.length === 0) return <span class="missing">{translate("optionsNoLink")}</span>;
	return links.map(({ url }, at) =>
		isLinkable(url) ? (
			<a
				key={url}
				id={at === 0 ? pageId : undefined}
				href={url}
				target="_blank"
				rel="noreferrer"
				tabIndex={tabIndex}
				draggable={false}
			>
				<Address url={url} />
			</a>
		) : (
			<Address key={url} url={url} />
		),
	);
}
