import { contentsOf, textsAround } from "../archive/contents.ts";
import type { Issue } from "../issue/issue.ts";

/** A section of an issue before publication, compared with recent issues. */
export interface SectionReview {
	heading: string;
	/** The number of its items now, and in the last issue; null if there is no issue yet. */
	now: number;
	last: number | null;
	/** The numbers of its items in recent issues; null if there are none yet. */
	usual: { fewest: number; most: number } | null;
}

/** A text or a value that differs from the last issue. */
export type IssueChange =
	| { what: "intro" | "footer"; how: "new" | "gone" | "changed" }
	| { what: "standing"; how: "new" | "gone"; text: string }
	| { what: "field"; name: string; last: string; now: string };

interface IssueReview {
	sections: SectionReview[];
	/** The changes since the last issue; empty if there is none yet. */
	changes: IssueChange[];
}

/**
 * Compares an issue with the newsletter's recent ones.
 *
 * @param recent recent issues, the latest first
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
	// The intro is different in every issue, so only its presence is compared.
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
