import { monthNames } from "../house-style/calendar.ts";
import type {
	FieldStyle,
	FrontMatterStyle,
	HouseStyle,
	SectionStyle,
} from "../house-style/house-style.ts";
import { freeSectionId } from "../house-style/section-id.ts";
import { LANGUAGES } from "../issue/reading/guess-values.ts";
import { readingOf } from "../issue/reading/reading-hint.ts";
import type { Unit } from "../issue/reading/unit.ts";
import { headingKey } from "../issue/section-of.ts";
import { entryValue } from "../markdown/front-matter.ts";
import { generalize, withPlaceholders } from "./generalize.ts";
import { learnItemPatterns } from "./learn-item-patterns.ts";
import { groupBy, largest } from "./learn-items.ts";
import { learnSpacing } from "./learn-spacing.ts";
import { learnSponsor } from "./learn-sponsor.ts";
import { learnStanding } from "./learn-standing.ts";
import { mostCommon } from "./learn-tails.ts";
import {
	clearUnreliableValues,
	type IssueFile,
	isMailQuoted,
	keyOfHeading,
	type PastIssue,
	parsePastIssue,
	withHint,
} from "./past-issue.ts";

/** A style is learned from at most this many of the latest issues. */
export const MAX_LEARNED = 10;

/** Sections in at least this share of the issues are shown. */
const USUAL_SHARE = 0.5;
/** Sections in a smaller share than this are ignored; those in between are hidden. */
const HIDDEN_SHARE = 0.2;

interface LearnOptions {
	/** Whether a text may be standing text, as found by comparing the whole archive. */
	mayStand?: (text: string) => boolean;
}

/**
 * Learns a house style by comparing the latest issues. What is the same becomes literal or standing
 * text, what counts up is the number, what follows the calendar is the date, and what differs freely
 * becomes a field of the draft.
 *
 * @param files in order, the latest last
 */
export function learnStyle(files: readonly IssueFile[], options: LearnOptions = {}): HouseStyle {
	const latest = files.slice(-MAX_LEARNED);
	const mailQuoting = isMailQuoted(latest);
	const issues = latest.map((file) => parsePastIssue(file, mailQuoting));
	clearUnreliableValues(issues);
	const language = learnLanguage(issues);
	const fields = new Map<string, FieldStyle>();
	const addFields = (found: { name: string }[]) => {
		for (const { name } of found) fields.set(name, { name, initial: "" });
	};
	const frontMatter = learnFrontMatter(issues, language, addFields);
	const titleLine = learnTitleLine(issues, language, addFields);
	const fileName = learnFileName(issues, language, addFields);
	const headed = titleLine === "" ? issues : issues.map(withoutTitle);
	const sections = withSection(learnSections(headed, language));
	const { standing, isStanding } = learnStanding(issues, sections, language, options.mayStand);
	const apart = issues.map((issue) => withHint(issue, { paragraphs: null, isStanding }));
	const sponsor = learnSponsor(apart);
	const patterns = learnItemPatterns(apart, sections);
	return {
		language,
		numbered: issues.some(({ stated }) => stated.number !== null),
		dated: issues.some(({ stated }) => stated.date !== null),
		fileName,
		frontMatter,
		fields: [...fields.values()],
		titleLine,
		headings: learnHeadings(issues),
		sections: sponsor
			? patterns.sections.filter(({ heading }) => !/\bsponsor/i.test(heading))
			: patterns.sections,
		item: patterns.item,
		otherItems: patterns.others,
		standing,
		sponsor,
		spacing: learnSpacing(
			issues.map((issue) => withHint(issue, { paragraphs: readingOf(patterns.item), isStanding })),
			patterns.item,
		),
		mailQuoting,
	};
}

/** The language whose month names appear most in the issues; English if none appear. */
function learnLanguage(issues: readonly PastIssue[]): string {
	const text = issues
		.map(({ source }) => source.slice(0, 2_000))
		.join("\n")
		.toLowerCase();
	const counts = LANGUAGES.map((language) => {
		const months = monthNames(language).long.filter((month) => month.length > 3);
		const found = months.filter((month) =>
			new RegExp(`\\d\\.? (?:de )?${month.toLowerCase()}|${month.toLowerCase()} \\d`, "u").test(
				text,
			),
		);
		return { language, count: found.length };
	});
	const most = counts.reduce((one, other) => (other.count > one.count ? other : one));
	return most.count > 0 ? most.language : "en";
}

type AddFields = (fields: { name: string }[]) => void;

function learnFrontMatter(
	issues: readonly PastIssue[],
	language: string,
	addFields: AddFields,
): FrontMatterStyle {
	const kind = mostCommon(issues.map(({ front }) => front.kind)) as FrontMatterStyle["kind"] | null;
	const fronted = issues.filter(({ front }) => front.kind === kind);
	const last = fronted.at(-1);
	if (!kind || kind === "none" || !last) return { kind: "none", lines: [] };
	const counts = groupBy(
		fronted.flatMap(({ front }) => [...new Set(front.entries.map(({ key }) => key))]),
		(key) => key,
	);
	const keys = last.front.entries
		.map(({ key }) => key)
		.filter(
			(key, at, all) =>
				(counts.get(key)?.length ?? 0) * 2 >= fronted.length && all.indexOf(key) === at,
		);
	const lines = keys.map((key) => {
		const texts = fronted.flatMap(({ front, stated }) => {
			const entry = front.entries.find((each) => each.key === key);
			return entry ? [{ text: entryValue(entry), stated }] : [];
		});
		const { pattern, fields } = generalize(texts, language, fieldName(key));
		addFields(fields);
		return { key, pattern };
	});
	return { kind, lines };
}

/** Turns a front matter key into a valid field name. */
function fieldName(key: string): string {
	const name = key
		.toLowerCase()
		.replace(/[^a-z0-9_-]+/g, "-")
		.replace(/^[^a-z]+|-+$/g, "");
	return name === "" || name === "number" || name === "date" || name === "published"
		? `field-${name || "text"}`
		: name;
}

/** Learns the heading of the whole issue, the only heading of its level. */
function learnTitleLine(
	issues: readonly PastIssue[],
	language: string,
	addFields: AddFields,
): string {
	const titled = issues.filter(hasTitle);
	if (titled.length * 10 < issues.length * 6) return "";
	const texts = titled.map(({ body, units, stated }) => ({
		text: body.slice(units[0]?.from, units[0]?.to).trimEnd(),
		stated,
	}));
	if (texts.some(({ text }) => text.includes("\n"))) return "";
	const { pattern, fields } = generalize(texts, language, "subject");
	addFields(fields);
	return pattern;
}

function hasTitle({ units }: PastIssue): boolean {
	const [first] = units;
	const level = first?.kind === "heading" ? first.heading?.level : undefined;
	if (level === undefined) return false;
	return !units.slice(1).some(({ heading }) => heading && heading.level <= level);
}

function withoutTitle(issue: PastIssue): PastIssue {
	return hasTitle(issue) ? { ...issue, units: issue.units.slice(1) } : issue;
}

function learnFileName(
	issues: readonly PastIssue[],
	language: string,
	addFields: AddFields,
): string {
	const depth = issues.every(({ name }) =>
		/(?:^|\/)(?:index|_index|issue|post|newsletter)\.[a-z]+$/i.test(name),
	)
		? 2
		: 1;
	const texts = issues.map(({ name, stated }) => ({
		text: name.split("/").slice(-depth).join("/"),
		stated,
	}));
	const { pattern, fields } = generalize(texts, language, "slug");
	addFields(fields);
	return pattern;
}

/** Learns the sections of the newsletter, in the order of the latest issue. Less common ones are hidden. */
function learnSections(issues: readonly PastIssue[], language: string): SectionStyle[] {
	const seen = new Map<string, { count: number; unit: Unit; issue: PastIssue; widths: number[] }>();
	const order: string[] = [];
	for (const issue of [...issues].reverse()) {
		let above = -1;
		const own = new Set<string>();
		for (const unit of issue.units) {
			if (unit.kind !== "heading" || !unit.heading) continue;
			const key = keyOfHeading(issue, unit);
			if (own.has(key)) continue;
			own.add(key);
			const known = seen.get(key);
			if (known) known.count += 1;
			else {
				seen.set(key, { count: 1, unit, issue, widths: [] });
				order.splice(above + 1, 0, key);
			}
			above = order.indexOf(key);
			const underline = /\n([=-]+)[ \t]*$/.exec(issue.body.slice(unit.from, unit.to))?.[1];
			if (underline !== undefined) seen.get(key)?.widths.push(underline.length);
		}
	}
	const ids: string[] = [];
	return order.flatMap((key) => {
		const found = seen.get(key);
		if (!found?.unit.heading) return [];
		const share = found.count / issues.length;
		if (share < HIDDEN_SHARE || (found.count === 1 && issues.length > 2)) return [];
		const { textFrom, textTo, level } = found.unit.heading;
		const text = found.issue.body.slice(textFrom, textTo);
		const id = freeSectionId(headingKey(text) || "section", ids);
		ids.push(id);
		const width = Number(mostCommon(found.widths.map(String)) ?? 0);
		const section: SectionStyle = {
			id,
			heading: withPlaceholders(text, found.issue.stated, language),
			level,
			underline: width > 0 && width !== [...text].length ? width : null,
			...(share < USUAL_SHARE && { hidden: true as const }),
		};
		return [section];
	});
}

/** Adds a section for all items if no section is shown, since clips need a section to go to. */
function withSection(sections: SectionStyle[]): SectionStyle[] {
	if (sections.some(({ hidden }) => !hidden)) return sections;
	const id = freeSectionId(
		"items",
		sections.map((section) => section.id),
	);
	return [
		{ id, heading: "Items", level: 2, underline: null, withoutHeading: true as const },
		...sections,
	];
}

/**
 * Learns the forms of headings of levels 1 and 2; trailing `#` and `##` are omitted because they are
 * the default.
 */
function learnHeadings(issues: readonly PastIssue[]): HouseStyle["headings"] {
	const headings = issues.flatMap(({ units }) =>
		units.flatMap(({ heading }) => (heading ? [heading] : [])),
	);
	const hashes = ["#", "##"] as const;
	const forms = hashes.map((hash, at) => {
		const own = headings.filter(({ level }) => level === at + 1);
		return (largest(groupBy(own, ({ form }) => form))[1][0]?.form ??
			hash) as HouseStyle["headings"][number];
	});
	while (forms.length > 0 && forms.at(-1) === hashes[forms.length - 1]) forms.pop();
	return forms;
}
