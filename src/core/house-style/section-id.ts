/** The greatest length of an id. Headings can be of any length. */
const LONGEST = 80;

/** Makes a section id from its heading, different from all ids in `taken`. */
export function freeSectionId(heading: string, taken: readonly string[]): string {
	const words = heading.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["section"];
	const stem = [...words.join("-")].slice(0, LONGEST).join("");
	const known = new Set(taken);
	let id = stem;
	for (let next = 2; known.has(id); next += 1) id = `${stem}-${next}`;
	return id;
}
