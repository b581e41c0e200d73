import type { SectionStyle, StandingText } from "../house-style/house-style.ts";
import { freeSectionId } from "../house-style/section-id.ts";
import { fillText } from "../house-style/text-pattern.ts";
import type { Unit } from "../issue/reading/unit.ts";
import { headingKey } from "../issue/section-of.ts";
import { withPlaceholders } from "./generalize.ts";
import { keyOfHeading, type PastIssue } from "./past-issue.ts";

/** A text is standing text if at least this share and at least this number of the issues contain it. */
const STANDING_SHARE = 0.6;
const FEWEST = 3;

interface LearnedStanding {
	standing: StandingText[];
	/** Whether a text is standing text in one of the issues. */
	isStanding: (text: string) => boolean;
}

interface Placed {
	text: string;
	pattern: string;
	section: string;
	at: "start" | "end";
	order: number;
}

const KINDS = new Set(["paragraph", "quote", "comment", "html", "definition", "rule", "code"]);

/** Learns the text blocks that are the same in most issues, apart from number and dates. */
export function learnStanding(
	issues: readonly PastIssue[],
	sections: readonly SectionStyle[],
	language: string,
	mayStand: (text: string) => boolean = () => true,
): LearnedStanding {
	const counts = new Map<string, { count: number; last: Placed }>();
	for (const issue of issues) {
		const own = new Set<string>();
		for (const placed of placedBlocks(issue, language)) {
			const key = `${placed.section}\n${placed.pattern}`;
			if (own.has(key)) continue;
			own.add(key);
			counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, last: placed });
		}
	}
	const found = [...counts.values()].filter(
		({ count, last }) =>
			count >= Math.min(FEWEST, issues.length) &&
			count >= issues.length * STANDING_SHARE &&
			issues.length > 1 &&
			mayStand(last.text),
	);
	const ids: string[] = [];
	const standing = found
		.map(({ last }) => last)
		.sort((one, other) => one.order - other.order)
		.map(({ pattern, section, at }) => {
			const id = freeSectionId(`text ${pattern.slice(0, 30)}`, ids);
			ids.push(id);
			return { id, section: sectionId(section, sections), at, text: pattern };
		});
	const texts = new Set(
		issues.flatMap(({ stated }) => standing.map(({ text }) => fillText(text, stated, language))),
	);
	return { standing, isStanding: (text) => texts.has(text) };
}

function sectionId(key: string, sections: readonly SectionStyle[]): string {
	if (key === "^" || key === "$") return key;
	return (
		sections.find(({ heading, level }) => `${level} ${headingKey(heading)}` === key)?.id ?? "$"
	);
}

/** The blocks that could be standing text, with their sections. */
function placedBlocks(issue: PastIssue, language: string): Placed[] {
	const { body, units, stated } = issue;
	const { blocks } = issue.described;
	const headings = units.filter(({ kind }) => kind === "heading");
	const listed = units.filter((unit) => unit.listed);
	const lastItem = listed.at(-1)?.to ?? 0;
	return blocks.flatMap((block, order) => {
		if (!KINDS.has(block.kind)) return [];
		const text = body.slice(block.from, block.to).trimEnd();
		if (text.startsWith("<!-- item") || text.startsWith("<!-- text")) return [];
		const above = headings.findLast(({ from }) => from <= block.from);
		const next = headings.find(({ from }) => from > block.from);
		const pattern = withPlaceholders(text, stated, language);
		const first = firstItem(units, above?.to ?? 0, next?.from ?? body.length);
		const at = first === null || block.from < first ? ("start" as const) : ("end" as const);
		const last = !next && above && at === "end" && block.from > lastItem;
		return [
			{
				text,
				pattern,
				order,
				at: last ? ("end" as const) : at,
				section: last ? "$" : above ? keyOfHeading(issue, above) : "^",
			},
		];
	});
}

/** The offset of the first item with links in a range; null if there is none. */
function firstItem(units: readonly Unit[], from: number, to: number): number | null {
	return (
		units.find(
			(unit) =>
				unit.kind === "item" && unit.from >= from && unit.from < to && unit.links.length > 0,
		)?.from ?? null
	);
}
