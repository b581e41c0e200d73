import type { HeadingForm, HouseStyle } from "../../../core/house-style/house-style.ts";
import type { Replacement, UndoableRecord } from "../records.ts";
import type { Upgrade } from "./upgrade.ts";

/** A house style of schema 4: every item is a note followed by links of one form. */
interface StyleOfSchema4 {
	frontMatter: { key: string; pattern: string }[];
	titleLine: string;
	heading: "=" | "-" | "#" | "##" | "###";
	sections: { id: string; heading: string; underline: number | null; hidden?: true }[];
	sponsor: { heading: string; underline: number | null; atFoot: boolean };
	link: { form: "bracketed" | "bare" | "autolink"; lead: string };
	spacing: {
		afterFrontMatter: number;
		betweenBlocks: number;
		afterHeading: number;
		beforeLinks: number;
		beforeSponsorAtFoot: number;
		atEnd: number;
	};
	mailQuoting: boolean;
	fileName: string;
}

const LEVELS: Record<StyleOfSchema4["heading"], number> = {
	"=": 1,
	"-": 2,
	"#": 1,
	"##": 2,
	"###": 3,
};

const LINKS = { bracketed: "[{url}]({url})", bare: "{url}", autolink: "<{url}>" };

/**
 * Converts a style to one with an item pattern and levels of headings. The output of the style stays the
 * same.
 */
export function styleWithPattern(old: object): HouseStyle {
	const { frontMatter, titleLine, heading, sections, sponsor, link, spacing, ...rest } =
		old as StyleOfSchema4;
	const level = LEVELS[heading];
	const { afterFrontMatter, betweenBlocks, afterHeading, beforeSponsorAtFoot, atEnd } = spacing;
	return {
		...rest,
		language: "en",
		numbered: true,
		dated: true,
		frontMatter: { kind: frontMatter.length > 0 ? "yaml" : "none", lines: frontMatter },
		fields: [],
		titleLine,
		headings: Array.from({ length: level }, (): HeadingForm => heading),
		sections: sections.map((section) => ({ ...section, level })),
		item: `{note}${"\n".repeat(spacing.beforeLinks + 1)}${link.lead}${LINKS[link.form]}`,
		otherItems: [],
		standing: [],
		sponsor,
		spacing: {
			afterFrontMatter,
			beforeHeading: betweenBlocks,
			afterHeading,
			betweenItems: betweenBlocks,
			betweenListItems: betweenBlocks,
			aroundText: betweenBlocks,
			beforeSponsorAtFoot,
			atEnd,
		},
	};
}

/**
 * Gives the house style and the styles of archived issues an item pattern, including those in the history.
 */
export async function stylesWithPatterns(upgrade: Upgrade): Promise<void> {
	for (const store of ["settings", "archive"] as const) {
		const records = upgrade.objectStore(store);
		for (let cursor = await records.openCursor(); cursor; cursor = await cursor.continue()) {
			await cursor.update(STYLED[store](cursor.value) as never);
		}
	}
	const history = upgrade.objectStore("history");
	for (let cursor = await history.openCursor(); cursor; cursor = await cursor.continue()) {
		const { replacements } = cursor.value;
		await cursor.update({ ...cursor.value, replacements: replacements.map(stepWithPattern) });
	}
}

/** Convert records of schema 4 to schema 5, by store. Old backups are upgraded by the same functions. */
export const STYLED = {
	settings<R extends object>(record: R): R {
		const { key, value } = record as { key?: unknown; value?: object };
		return key === "style" && value ? { ...record, value: styleWithPattern(value) } : record;
	},
	archive<R extends object>(record: R): R {
		const { style } = record as { style?: object };
		return style ? { ...record, style: styleWithPattern(style), readAt: 0 } : record;
	},
};

function stepWithPattern(step: Replacement): Replacement {
	const { store } = step;
	if (store !== "settings" && store !== "archive") return step;
	const side = (record: UndoableRecord | undefined) => record && STYLED[store](record);
	return { ...step, before: side(step.before), after: side(step.after) };
}
