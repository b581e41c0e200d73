import type { FrontMatterKind, HouseStyle, SectionStyle } from "../house-style/house-style.ts";
import {
	combineValues,
	fillText,
	type IssueValues,
	matchText,
	NO_VALUES,
} from "../house-style/text-pattern.ts";
import { entryValue, type FrontMatterLines, splitFrontMatter } from "../markdown/front-matter.ts";
import { withoutBlanksAtEnd } from "../markdown/lines.ts";
import { writeEntry } from "./front-matter-lines.ts";
import { fillValue, matchValue } from "./front-matter-values.ts";
import { formOf, headingLines } from "./heading-lines.ts";
import type {
	HeadingPart,
	Issue,
	IssueFrontMatter,
	IssueLayout,
	ItemPart,
	Part,
	TextPart,
} from "./issue.ts";
import { guessValues } from "./reading/guess-values.ts";
import { itemText, readItem } from "./reading/read-item.ts";
import { hintOf } from "./reading/reading-hint.ts";
import type { Unit } from "./reading/unit.ts";
import { unitsOf } from "./reading/units.ts";
import { sectionFinder } from "./section-of.ts";
import { type Spaced, spaceBetween } from "./spacing.ts";
import { isSponsorHeading } from "./sponsor-heading.ts";

/**
 * Parses an issue in markdown by its house style. Never throws, and loses nothing: what is not an item
 * is a text block, and an item that no pattern reproduces is stored as written.
 *
 * @param path the file's path, from which number and date are read if the text lacks them
 */
export function parseIssue(text: string, style: HouseStyle, path = ""): Issue {
	const source = normalizeText(text);
	const front = splitFrontMatter(source);
	const body = plainBody(source.slice(front.end), style);
	const stated = readStated(front.entries, firstHeading(body), path, style);
	const units = unitsOf(body, hintOf(style, stated));
	const parts = new PartReader(body, style, stated).read(units);
	const frontMatter = frontMatterOf(front.kind, front.entries, stated, style);
	const layout = layoutOf(front.kind !== "none", body, units, style);
	return {
		number: stated.number,
		date: stated.date,
		publishedAt: stated.publishedAt,
		fields: stated.fields,
		...(frontMatter && { frontMatter }),
		parts,
		...(layout && { layout }),
	};
}

/** The lines of the heading at the beginning of a text; empty if there is none. */
function firstHeading(body: string): string {
	const [first = "", second = ""] = body.trimStart().split("\n", 2);
	if (/^#{1,6}[ \t]/.test(first)) return first.trimEnd();
	return /^(?:=+|-+)[ \t]*$/.test(second) ? `${first}\n${second}` : "";
}

/** Converts line ends to LF and removes the byte order mark. */
export function normalizeText(text: string): string {
	return text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}

/** Removes trailing spaces and tabs on lines without text, and the quoting of mail files. */
export function plainBody(body: string, style: Pick<HouseStyle, "mailQuoting">): string {
	const unquoted = style.mailQuoting ? body.replace(/(?<![^\n])>(?=>*From )/g, "") : body;
	return unquoted.replace(/(?<![^\n])[ \t>]*[ \t](?![^\n])/g, (blank) => blank.trimEnd());
}

/** The values that the style's patterns find in front matter, heading and path; guesses for the others. */
function readStated(
	entries: readonly FrontMatterLines[],
	heading: string,
	path: string,
	style: HouseStyle,
): IssueValues {
	const guessed = guessValues(entries, heading.replace(/^#+\s*/, ""), path);
	let stated: IssueValues = { ...NO_VALUES, fields: {} };
	const take = (pattern: string, text: string) => {
		const found = pattern.includes("{")
			? matchText(pattern, text, style.language, combineValues(stated, guessed))
			: null;
		if (found && agrees(found, stated)) stated = combineValues(stated, found);
	};
	for (const { key, pattern } of style.frontMatter.lines) {
		const entry = entries.find((each) => each.key === key);
		const value = entry && entryValue(entry);
		if (value === undefined || !pattern.includes("{")) continue;
		const near = combineValues(stated, guessed);
		const found = matchValue(pattern, value, style.frontMatter.kind, style.language, near);
		if (found && agrees(found, stated)) stated = combineValues(stated, found);
	}
	if (style.titleLine) take(style.titleLine, heading);
	if (path) takeFileName(style.fileName, path, take);
	return {
		...combineValues(stated, guessed),
		number: stated.number ?? guessed.number,
		date: stated.date ?? guessed.date ?? stated.publishedAt?.slice(0, 10) ?? null,
	};
}

/** Matches the file name, with as many folders as the pattern has. */
function takeFileName(
	pattern: string,
	path: string,
	take: (pattern: string, text: string) => void,
): void {
	const depth = pattern.split("/").length;
	take(pattern, path.split("/").slice(-depth).join("/"));
}

function agrees(found: IssueValues, stated: IssueValues): boolean {
	return (
		(found.number === null || stated.number === null || found.number === stated.number) &&
		(found.date === null || stated.date === null || found.date === stated.date) &&
		Object.entries(found.fields).every(([name, value]) => (stated.fields[name] ?? value) === value)
	);
}

/** The front matter; null if it is exactly what the style writes. */
function frontMatterOf(
	kind: FrontMatterKind,
	entries: readonly FrontMatterLines[],
	stated: IssueValues,
	style: HouseStyle,
): IssueFrontMatter | null {
	const { lines } = style.frontMatter;
	if (kind !== style.frontMatter.kind) {
		return { kind, entries: entries.map(({ key, text }) => ({ key, text })) };
	}
	const byStyle = entries.map(({ key, text }) => {
		const line = lines.find((each) => each.key === key);
		const written =
			line && writeEntry(key, fillValue(line.pattern, kind, stated, style.language), kind);
		return { key, text: written === text ? null : text };
	});
	const same =
		byStyle.length === lines.length &&
		byStyle.every(({ key, text }, at) => text === null && key === lines[at]?.key);
	return same ? null : { kind, entries: byStyle };
}

function layoutOf(
	fronted: boolean,
	body: string,
	units: readonly Unit[],
	style: HouseStyle,
): IssueLayout | null {
	const layout: IssueLayout = {};
	const [first] = units;
	const above = first ? first.gap : 0;
	if (first && above !== (fronted ? style.spacing.afterFrontMatter : 0))
		layout.afterFrontMatter = above;
	const atEnd = Math.max(0, body.length - body.trimEnd().length - 1);
	const lines = body.slice(body.trimEnd().length).split("\n").length - 2;
	if (units.length > 0 && Math.max(0, lines) !== style.spacing.atEnd && atEnd >= 0)
		layout.atEnd = Math.max(0, lines);
	return Object.keys(layout).length === 0 ? null : layout;
}

/** Makes parts from units, in order. */
class PartReader {
	private readonly parts: Part[] = [];
	private above: Spaced | null = null;
	private section: SectionStyle | null = null;
	private count = 0;
	/** For each sponsor, the addresses in its items, or their text if they have none. */
	private sponsors: string[][] = [];
	private inSponsor = false;
	private readonly sectionOf;

	constructor(
		private readonly body: string,
		private readonly style: HouseStyle,
		private readonly stated: IssueValues,
	) {
		this.sectionOf = sectionFinder(style);
	}

	read(units: readonly Unit[]): Part[] {
		for (const [index, unit] of units.entries()) {
			const text = withoutBlanksAtEnd(this.body.slice(unit.from, unit.to));
			const part = this.readUnit(unit, text, index);
			const spaced: Spaced = {
				kind: part.kind,
				text,
				sponsorAtFoot: part.kind === "item" && part.sponsorAtFoot !== undefined,
			};
			if (index > 0 && unit.gap !== spaceBetween(this.above, spaced, this.style))
				part.gap = unit.gap;
			this.above = spaced;
			this.parts.push(part);
		}
		return this.parts;
	}

	private readUnit(unit: Unit, text: string, index: number): Part {
		if (unit.kind === "heading" && unit.heading) return this.readHeading(unit, text, index);
		if (unit.kind === "text") return this.readText(text);
		return this.readItem(unit);
	}

	private readHeading({ heading, links }: Unit, text: string, index: number): Part {
		const { level = 1, form = "#", textFrom = 0, textTo = 0 } = heading ?? {};
		const shown = this.body.slice(textFrom, textTo);
		this.count = 0;
		if (
			index === 0 &&
			this.style.titleLine !== "" &&
			fillText(this.style.titleLine, this.stated, this.style.language) === text
		) {
			return { kind: "title", text: shown };
		}
		this.section = this.sectionOf(shown, level);
		const part: HeadingPart = { kind: "heading", text: shown, level };
		this.inSponsor =
			this.style.sponsor !== null &&
			links.length === 0 &&
			isSponsorHeading(shown, this.style.sponsor);
		if (this.inSponsor) {
			part.sponsor = true;
			this.sponsors.push([]);
		}
		const usual = formOf(this.style, level);
		if (form !== usual) part.form = form;
		const written = headingLines({ ...part, form }, this.style);
		if (written === text) return part;
		const [first, second = "", ...more] = text.split("\n");
		if (first === shown && /^[=-]+$/.test(second) && more.length === 0)
			return { ...part, underline: second.length };
		return { ...part, asWritten: text };
	}

	private readText(text: string): TextPart {
		const standing = this.style.standing.find(
			(each) => fillText(each.text, this.stated, this.style.language) === text,
		);
		return { kind: "text", text, ...(standing && { standing: standing.id }) };
	}

	private readItem(unit: Unit): ItemPart {
		const read = itemText(this.body, unit.from, unit.to, unit.links);
		const own = this.section?.item ?? this.style.item;
		const item = readItem(
			read,
			[own, this.style.item, ...this.style.otherItems],
			this.count + 1,
			unit.listed === true,
		);
		this.count = item.slots.n === undefined ? this.count + 1 : Number(item.slots.n);
		const part: ItemPart = { kind: "item", ...item };
		const urls = unit.links.map(({ url }) => url);
		const identifiers = urls.length > 0 ? urls : [read.text];
		if (this.inSponsor) this.sponsors.at(-1)?.push(...identifiers);
		else {
			const foot = this.sponsors.findIndex(
				(sponsor) => sponsor.length > 0 && sponsor.every((each) => identifiers.includes(each)),
			);
			if (foot !== -1) part.sponsorAtFoot = foot;
		}
		return part;
	}
}
