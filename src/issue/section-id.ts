import type { SectionStyle } from "./style.ts";

/** An id is made from a heading, which may be of any length; one that is read again must not be. */
const LONGEST = 80;

/** An id made from a name that none of `taken` has. */
export function freeId(name: string, taken: readonly string[]): string {
	return free(idFrom(name), new Set(taken), 2).id;
}

/**
 * The ids of a file's sections by their headings, no two the same. A heading that the house style
 * has keeps its id, and so does one that is spelled nearly as there, unless both are in the file.
 */
export function sectionIds(
	headings: ReadonlySet<string>,
	known: readonly SectionStyle[],
): Map<string, string> {
	const ids = new Map<string, string>();
	for (const { heading, id } of known) {
		if (headings.has(heading) && !ids.has(heading)) ids.set(heading, id);
	}
	const taken = new Set(ids.values());
	const anywhere = new Set(known.map(({ id }) => id));
	// Where to go on from, so that many headings of one id take no longer than others.
	const next = new Map<string, number>();
	for (const heading of headings) {
		if (ids.has(heading)) continue;
		const stem = idFrom(heading);
		let id = stem;
		if (taken.has(stem)) {
			const found = free(stem, anywhere, next.get(stem) ?? 2);
			next.set(stem, found.next);
			id = found.id;
		}
		ids.set(heading, id);
		taken.add(id);
		anywhere.add(id);
	}
	return ids;
}

function free(stem: string, taken: ReadonlySet<string>, from: number) {
	let id = stem;
	let next = from;
	for (; taken.has(id); next += 1) id = `${stem}-${next}`;
	return { id, next };
}

function idFrom(name: string): string {
	const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["section"];
	return [...words.join("-")].slice(0, LONGEST).join("");
}
