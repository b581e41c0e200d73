import type { Check } from "./check.ts";
import { type CheckContext, type CheckedItem, linksPlace, noteOf } from "./check-context.ts";
import type { Found } from "./finding.ts";
import { memoize } from "./memoize.ts";

/** Checks for missing or repeated content of items. */

export const noNote: Check = {
	severity: "doubtful",
	run: ({ sections }) =>
		sections
			.flatMap(({ items, slots }) =>
				items.filter(
					({ note, links }) =>
						note.trim() === "" && (links.length === 0 || slots?.includes("note") !== false),
				),
			)
			.map(({ id, links }) => ({
				place: noteOf(id),
				about: "",
				sentence: links.length === 0 ? "emptyItem" : "noNote",
				values: [],
			})),
};

/** Finds items without a title. The address is then written as the title, which is valid markdown. */
export const noTitle: Check = {
	severity: "doubtful",
	run: ({ sections }) =>
		sections
			.filter(({ slots }) => slots?.includes("title"))
			.flatMap(({ items }) => items)
			.filter(({ title, links }) => title?.trim() === "" && links.length > 0)
			.map(({ id }) => ({
				place: { at: "item", id, field: "title" },
				about: "",
				sentence: "noTitle",
				values: [],
			})),
};

/**
 * An address without its scheme, or a mail address. It is not a link, but the item does refer to
 * something.
 */
const BARE_ADDRESS = /(?:^|[\s([])(?:[\w.+-]+@)?(?:[\w-]+\.)+[a-z]{2,}(?=[/\s)\].,;:]|$)/;

export const noLink: Check = {
	severity: "doubtful",
	run: ({ items }) =>
		items
			.filter(
				({ note, text, addresses }) =>
					note.trim() !== "" && addresses.length === 0 && !BARE_ADDRESS.test(text.prose),
			)
			.map(({ id }) => ({ place: linksPlace(id), about: "", sentence: "noLink", values: [] })),
};

/** Longer titles were not written for people. */
const MAX_TITLE_LENGTH = 500;

/** The title of a page often ends with the name of the site, after one of these separators. */
const SITE_NAME = /^(.+\S)\s+[|·•–—:»-]\s+\S[^|·•–—»]*$/u;

/** Fewer matching words may be a coincidence. */
const MIN_REPEATED = 6;

export const sameAsTitle: Check = {
	severity: "doubtful",
	run: ({ items }) =>
		items.flatMap((item) => {
			const sentence = repeatedPageText(item);
			if (!sentence) return [];
			return [
				{
					place: noteOf(item.id),
					about: words(item.text.prose),
					sentence,
					values: [],
					words: item.note.trim(),
				},
			];
		}),
};

/** Finds out whether a note only repeats the title or the description of its page. */
const repeatedPageText = memoize(
	({ text, links }: CheckedItem): "sameAsTitle" | "sameAsDescription" | null => {
		if (links.every(({ title, description }) => title === "" && !description)) return null;
		const said = words(text.prose);
		if (said === "") return null;
		if (links.some(({ title }) => titles(title).includes(said))) return "sameAsTitle";
		const isRepeated = links.some(({ description = "" }) =>
			isFromDescription(words(description), said),
		);
		return isRepeated ? "sameAsDescription" : null;
	},
);

/** Whether the words are the whole description or, if long enough, its beginning. */
function isFromDescription(description: string, said: string): boolean {
	if (description === said) return true;
	return description.startsWith(`${said} `) && said.split(" ").length >= MIN_REPEATED;
}

function titles(title: string): string[] {
	const alone = SITE_NAME.exec(title.slice(0, MAX_TITLE_LENGTH))?.[1] ?? "";
	return [title, alone].map(words).filter((text) => text !== "");
}

/**
 * Only this many characters are compared. Normalization can replace a single character by up to
 * eighteen.
 */
const MAX_COMPARED_LENGTH = 2_000;

/** Normalizes a text to its words, so that different spellings and quotes compare equal. */
function words(text: string): string {
	return (
		text
			.slice(0, MAX_COMPARED_LENGTH)
			.toLowerCase()
			.normalize("NFKC")
			.match(/[\p{L}\p{N}]+/gu) ?? []
	).join(" ");
}

/** With this many items, the same opening words are noticed. */
const ALIKE = 3;
const OPENING =
	/^[^\p{L}\p{N}]*((?:(?:an?|the)\s+)?([\p{L}\p{N}][\p{L}\p{N}'’-]*\s+[\p{L}\p{N}][\p{L}\p{N}'’-]*))/iu;

export const openers: Check = {
	severity: "doubtful",
	run: ({ items }) => {
		const byOpening = new Map<string, CheckedItem[]>();
		for (const item of items) {
			const opening = words(openingOf(item).bare);
			if (opening !== "") byOpening.set(opening, [...(byOpening.get(opening) ?? []), item]);
		}
		return [...byOpening].flatMap(([opening, alike]): Found[] => {
			const third = alike[ALIKE - 1];
			if (!third) return [];
			return [
				{
					place: noteOf(third.id),
					about: opening,
					sentence: "openers",
					values: [alike.length, openingOf(third).whole],
					words: openingOf(third).whole,
				},
			];
		});
	},
};

/**
 * The first two words of a note: with an article before them for display, and without it for
 * comparison.
 */
const openingOf = memoize(({ text }: CheckedItem): { whole: string; bare: string } => {
	const [, whole = "", bare = ""] = OPENING.exec(text.prose) ?? [];
	return { whole, bare };
});

/** Finds empty sections. In a draft without any items nothing is reported. */
export const emptySection: Check = {
	severity: "doubtful",
	run: ({ sections }: CheckContext) =>
		sections
			.filter(({ items }) => items.length === 0 && sections.some((other) => other.items.length > 0))
			.map(({ id, heading }) => ({
				place: { at: "section", id },
				about: "",
				sentence: "emptySection",
				values: [heading],
			})),
};
