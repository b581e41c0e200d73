import type { SponsorStyle } from "../house-style/house-style.ts";
import type { PastIssue } from "./past-issue.ts";

/** The sponsor's heading and whether it stands again at the foot; null where no heading names one. */
export function learnSponsor(issues: readonly PastIssue[]): SponsorStyle | null {
	const found = issues.flatMap((issue) => {
		const headings = issue.units.filter(({ kind }) => kind === "heading");
		const [first] = headings;
		const heading =
			first?.heading && issue.body.slice(first.heading.textFrom, first.heading.textTo);
		if (!first || heading === undefined || !/\bsponsor/i.test(heading)) return [];
		const second = headings[1]?.from ?? Number.POSITIVE_INFINITY;
		const own = issue.units.filter(
			({ kind, from }) => kind === "item" && from > first.from && from < second,
		);
		const urls = new Set(own.flatMap(({ links }) => links.map(({ url }) => url)));
		const again = issue.units.some(
			({ from, links }) =>
				from > second &&
				urls.size > 0 &&
				[...urls].every((url) => links.some((link) => link.url === url)),
		);
		return [{ heading, again }];
	});
	if (found.length * 2 < issues.length) return null;
	const last = found.at(-1)?.heading ?? "";
	return {
		heading: learnSponsorHeading(last),
		underline: null,
		atFoot: found.filter(({ again }) => again).length * 2 > found.length,
	};
}

/** The pattern that a sponsor's heading was probably made from, as "{name} sponsors Us". */
function learnSponsorHeading(heading: string): string {
	const from = /^(.*\bsponsor(?:s|ed by)?[,:]? +)(\S.*)$/i.exec(heading);
	const by = /^(\S.*?)( sponsors? .+)$/i.exec(heading);
	if (by && !/^(?:from|our|the|this)\b/i.test(heading)) return `{name}${by[2]}`;
	return from ? `${from[1]}{name}` : heading;
}
