import { contentsOf, textsAround } from "../archive/contents.ts";
import type { Issue } from "../issue/issue.ts";

/** A section of an issue that is about to go out, beside those of recent issues. */
export interface SectionReview {
	heading: string;
	/** How many items it has now, and in the last issue; null before there is one. */
	now: number;
	last: number | null;
	/** How many recent issues have; null before there are any. */
	usual: { fewest: number; most: number } | null;
}

/** A text or a value that is not what it was in the last issue. */
export type IssueChange =
	| { what: "intro" | "footer"; how: "new" | "gone" | "changed" }
	| { what: "standing"; how: "new" | "gone"; text: string }
	| { what: "field"; name: string; last: string; now: string };

interface IssueReview {
	sections: SectionReview[];
	/** What changed since the last issue; empty before there is one. */
	changes: IssueChange[];
}

/**
 * An issue beside the newsletter's recent ones.
 *
 * @param recent the latest first
 */
export function reviewIssue(issue: Issue, recent: readonly Issue[]): IssueReview {
	const [last] = recent;
	const counts = countsOf(issue);
	const earlier = recent.map(countsOf);
	const headings = new Set([...counts.keys(), ...(earlier[0]?.keys() ?? [])]);
	return {
		sections: [...headings].map((heading) => {
			const known = earlier.map((each) => each.get(heading) ?? 0);
			return {
				heading,
				now: counts.get(heading) ?? 0,
				last: known[0] ?? null,
				usual: known.length === 0 ? null : { fewest: Math.min(...known), most: Math.max(...known) },
			};
		}),
		changes: last ? [...textChanges(issue, last), ...fieldChanges(issue, last)] : [],
	};
}

function countsOf(issue: Issue): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { heading, items } of contentsOf(issue).sections) {
		counts.set(heading, (counts.get(heading) ?? 0) + items.length);
	}
	return counts;
}

function textChanges(issue: Issue, last: Issue): IssueChange[] {
	const [now, before] = [textsAround(issue), textsAround(last)];
	// An intro is another each week: that there is one is all that can be compared.
	const intro = howChanged(now.intro && "intro", before.intro && "intro");
	const footer = howChanged(now.footer.trim(), before.footer.trim());
	const standing = standingOf(issue);
	const stood = standingOf(last);
	return [
		...(intro ? [{ what: "intro", how: intro } as const] : []),
		...[...standing].flatMap(([id, text]) =>
			stood.get(id) === text ? [] : [{ what: "standing", how: "new", text } as const],
		),
		...[...stood].flatMap(([id, text]) =>
			standing.get(id) === text ? [] : [{ what: "standing", how: "gone", text } as const],
		),
		...(footer ? [{ what: "footer", how: footer } as const] : []),
	];
}

function howChanged(now: string, last: string): "new" | "gone" | "changed" | null {
	if (now === last) return null;
	if (last === "") return "new";
	return now === "" ? "gone" : "changed";
}

/** The standing texts of an issue by their ids. */
function standingOf({ parts }: Issue): Map<string, string> {
	return new Map(
		parts.flatMap((part) =>
			part.kind === "text" && part.standing !== undefined ? [[part.standing, part.text]] : [],
		),
	);
}

function fieldChanges({ fields }: Issue, last: Issue): IssueChange[] {
	return Object.entries(fields).flatMap(([name, now]) => {
		const before = last.fields[name] ?? "";
		return before === now ? [] : [{ what: "field", name, last: before, now } as const];
	});
}
