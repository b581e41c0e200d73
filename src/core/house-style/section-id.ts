/** An id is made from a heading, which may be of any length; one that is read again must not be. */
const LONGEST = 80;

/** An id made from a section's heading that none of `taken` has. */
export function freeSectionId(heading: string, taken: readonly string[]): string {
	const words = heading.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["section"];
	const stem = [...words.join("-")].slice(0, LONGEST).join("");
	const known = new Set(taken);
	let id = stem;
	for (let next = 2; known.has(id); next += 1) id = `${stem}-${next}`;
	return id;
}
