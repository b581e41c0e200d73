import type { Spacing } from "../house-style/house-style.ts";
import { type Spaced, spaceKey } from "../issue/spacing.ts";
import { sponsorAtFootIn } from "./learn-sponsor.ts";
import { mostCommon } from "./learn-tails.ts";
import type { PastIssue } from "./past-issue.ts";

/** The greatest number of empty lines that a style can have. */
const MAX_LINES = 9;
const LISTED = /^[ \t]*(?:[-+*]|\{n\}[.)]) /;

/**
 * Learns the usual number of empty lines for each kind of place. Kinds that no issue has get the number
 * between items, or a default.
 *
 * @param item the newsletter's item pattern
 */
export function learnSpacing(issues: readonly PastIssue[], item: string): Spacing {
	const gaps = gapsIn(issues);
	const usual = (key: keyof Spacing, otherwise: number) =>
		Math.min(MAX_LINES, Number(mostCommon(gaps.get(key) ?? []) ?? otherwise));
	const betweenItems = usual("betweenItems", 1);
	return {
		afterFrontMatter: usual("afterFrontMatter", 1),
		beforeHeading: usual("beforeHeading", 1),
		afterHeading: usual("afterHeading", 1),
		betweenItems,
		betweenListItems: usual("betweenListItems", LISTED.test(item) ? 0 : betweenItems),
		aroundText: usual("aroundText", betweenItems),
		beforeSponsorAtFoot: usual("beforeSponsorAtFoot", betweenItems),
		atEnd: usual("atEnd", 0),
	};
}

/** The numbers of empty lines in the issues for each kind of place, in the order of the issues. */
function gapsIn(issues: readonly PastIssue[]): Map<keyof Spacing, string[]> {
	const gaps = new Map<keyof Spacing, string[]>();
	const add = (key: keyof Spacing | null, gap: number) => {
		if (key) gaps.set(key, [...(gaps.get(key) ?? []), String(gap)]);
	};
	for (const issue of issues) {
		const { body, units, front } = issue;
		const foot = sponsorAtFootIn(issue);
		let above: Spaced | null = null;
		for (const unit of units) {
			const text = body.slice(unit.from, unit.to).trimEnd();
			const part: Spaced = { kind: unit.kind, text, sponsorAtFoot: unit === foot };
			if (above) add(spaceKey(above, part), unit.gap);
			else if (front.kind !== "none") add("afterFrontMatter", unit.gap);
			above = part;
		}
		add("atEnd", Math.max(0, body.slice(body.trimEnd().length).split("\n").length - 2));
	}
	return gaps;
}
