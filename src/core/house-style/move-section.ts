import type { SectionStyle } from "./house-style.ts";

/**
 * The sections with one moved up or down. The sections inside it move with it, and it moves past a whole
 * neighbor with the sections inside that. The list is unchanged at its ends.
 *
 * @param isShown whether a section is shown in the list where it is moved; a move past sections that are not
 *   shown continues, because the person would see no change
 */
export function moveSection(
	sections: readonly SectionStyle[],
	id: string,
	direction: "up" | "down",
	isShown: (section: SectionStyle) => boolean = () => true,
): SectionStyle[] {
	const shownOrder = (list: readonly SectionStyle[]) =>
		list
			.filter(isShown)
			.map((section) => section.id)
			.join("\n");
	let moved = [...sections];
	for (const _ of sections) {
		moved = moveOnce(moved, id, direction);
		if (shownOrder(moved) !== shownOrder(sections)) return moved;
	}
	return [...sections];
}

function moveOnce(
	sections: readonly SectionStyle[],
	id: string,
	direction: "up" | "down",
): SectionStyle[] {
	const start = sections.findIndex((section) => section.id === id);
	const section = sections[start];
	if (!section) return [...sections];
	const { level } = section;
	const end = endOf(sections, start, level);
	const block = sections.slice(start, end);
	const [before, after] = [sections.slice(0, start), sections.slice(end)];
	if (direction === "up") {
		// With no such section, it becomes the first.
		const at = Math.max(
			0,
			before.findLastIndex((other) => other.level <= level),
		);
		return [...before.slice(0, at), ...block, ...before.slice(at), ...after];
	}
	const to = after.length === 0 ? 0 : endOf(after, 0, level);
	return [...before, ...after.slice(0, to), ...block, ...after.slice(to)];
}

/** Where the sections end that begin at `start` and are inside it, or at a deeper level than `level`. */
function endOf(sections: readonly SectionStyle[], start: number, level: number): number {
	const next = sections.findIndex((other, at) => at > start && other.level <= level);
	return next < 0 ? sections.length : next;
}
