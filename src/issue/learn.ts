import { isBlank } from "../core/markdown/lines.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { Issue, Link } from "./issue.ts";
import type { Outline } from "./outline.ts";
import { sectionIds } from "./section-id.ts";
import { learnSponsorHeading, sponsorName } from "./sponsor-heading.ts";
import type { HeadingForm, HouseStyle, SectionStyle, Spacing } from "./style.ts";
import type { TitleLine } from "./title-line.ts";

/** A file as far as it has been taken apart. */
export interface TakenApart {
	file: readonly string[];
	front: FrontMatter;
	title: TitleLine;
	/** The lines after the title line. */
	body: readonly string[];
	outlined: Outline;
	issue: Issue;
}

/**
 * The house style that a file shows. What it does not show (a sponsor's heading in an issue
 * without sponsor, say) stays as `known` has it.
 */
export function learnStyle(known: HouseStyle, taken: TakenApart): HouseStyle {
	const { front, title, outlined, file } = taken;
	return {
		...known,
		frontMatter: front.end > 0 ? front.lines : [],
		titleLine: title.pattern,
		heading: (outlined.headingMark as HeadingForm | null) ?? known.heading,
		sections: learnSections(known, taken),
		sponsor: learnSponsor(known, taken),
		link: learnLink(known, taken.issue),
		spacing: learnSpacing(known, taken),
		mailQuoting: known.mailQuoting || file.some((line) => /^>+From /.test(line)),
	};
}

/** The file's sections in its order, then those of `known` that it does not have. */
function learnSections(known: HouseStyle, { outlined }: TakenApart): SectionStyle[] {
	const drawn = new Map<string, number | null>();
	for (const { kind, heading, underline } of outlined.entries) {
		if (kind === "section" && !drawn.has(heading)) drawn.set(heading, underline);
	}
	const ids = sectionIds(new Set(drawn.keys()), known.sections);
	const learned = [...drawn].map(([heading, underline]) => ({
		id: ids.get(heading) ?? heading,
		heading,
		underline: drawnOtherwise(heading, underline),
	}));
	const taken = new Set(ids.values());
	return [...learned, ...known.sections.filter(({ id }) => !taken.has(id))];
}

function learnSponsor(known: HouseStyle, { outlined, issue }: TakenApart): HouseStyle["sponsor"] {
	const first = outlined.entries.find(({ kind }) => kind === "sponsor");
	if (!first) return known.sponsor;
	return {
		heading:
			sponsorName(known, first.heading) === null
				? learnSponsorHeading(first.heading)
				: known.sponsor.heading,
		underline: drawnOtherwise(first.heading, first.underline),
		atFoot: issue.sponsors.some(({ foot }) => foot !== null),
	};
}

function learnLink(known: HouseStyle, issue: Issue): HouseStyle["link"] {
	const links = issue.sections.flatMap(({ items }) => items.flatMap((item) => item.links));
	const hand = mostCommon(links.map(({ form, lead }: Link) => `${form} ${lead}`));
	const model = links.find(({ form, lead }) => `${form} ${lead}` === hand);
	return model ? { form: model.form, lead: model.lead } : known.link;
}

function learnSpacing(known: HouseStyle, taken: TakenApart): Spacing {
	const { file, front, outlined, issue } = taken;
	const { entries, gaps } = outlined;
	const gapAt = (line: number) => gaps.find((block) => block.line === line)?.gap;
	const items = issue.sections.flatMap((section) => section.items);
	const withLinks = items.filter(({ note, links }) => note !== "" && links.length > 0);
	const foot = entries.find(({ kind }) => kind === "sponsorAtFoot");
	const afterHeading = gaps.filter((block) => block.afterHeading).map(({ gap }) => gap);
	const between = gaps
		.slice(1)
		.filter((block) => !block.afterHeading)
		.map(({ gap }) => gap);
	const tight = withLinks.filter((item) => item.tight).length * 2 > withLinks.length;
	return {
		afterFrontMatter: front.end > 0 ? blankFrom(file, front.end) : known.spacing.afterFrontMatter,
		betweenBlocks: mostCommon(between) ?? known.spacing.betweenBlocks,
		afterHeading: mostCommon(afterHeading) ?? known.spacing.afterHeading,
		beforeLinks: withLinks.length === 0 ? known.spacing.beforeLinks : tight ? 0 : 1,
		beforeSponsorAtFoot:
			(foot && gapAt(foot.line)) ?? mostCommon(between) ?? known.spacing.beforeSponsorAtFoot,
		atEnd: blankAtEnd(file),
	};
}

/** The width, where it is not the usual one: as long as the heading. */
function drawnOtherwise(heading: string, underline: number | null): number | null {
	return underline === [...heading].length ? null : underline;
}

function blankFrom(file: readonly string[], start: number): number {
	const end = file.findIndex((line, at) => at >= start && !isBlank(line));
	return end === -1 ? 0 : end - start;
}

/** Empty lines at the end; the line that the last line end opens is none. */
function blankAtEnd(file: readonly string[]): number {
	const last = file.findLastIndex((line) => !isBlank(line));
	return Math.max(0, file.length - last - 2);
}

function mostCommon<T>(values: readonly T[]): T | null {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const most = Math.max(...counts.values());
	return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}
