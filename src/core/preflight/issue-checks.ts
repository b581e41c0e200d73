import type { Check } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import type { Found } from "./finding.ts";

/**
 * Compares the draft as a whole with the newsletter's recent issues. In a draft without any items
 * nothing is reported.
 */

export const noIntro: Check = {
	severity: "doubtful",
	run: ({ items, intro, usual }): Found[] => {
		if (items.length === 0 || intro.trim() !== "" || usual.intro !== true) return [];
		return [{ place: { at: "draft", field: "intro" }, about: "", sentence: "noIntro", values: [] }];
	},
};

export const noFooter: Check = {
	severity: "doubtful",
	run: ({ items, footer, usual }): Found[] => {
		if (items.length === 0 || footer.trim() !== "" || usual.footer === null) return [];
		const place = { at: "draft", field: "footer" } as const;
		const fix = { does: "addFooter", from: "", to: usual.footer } as const;
		return [{ place, about: "", sentence: "noFooter", values: [], fix }];
	},
};

export const itemCount: Check = {
	severity: "doubtful",
	run: ({ sections, items: { length }, usual }: CheckContext): Found[] => {
		const [first] = sections;
		if (length === 0 || !usual.items || !first) return [];
		const { fewest, most } = usual.items;
		const place = { at: "section", id: first.id } as const;
		if (length < fewest)
			return [{ place, about: "few", sentence: "fewItems", values: [length, fewest] }];
		if (length > most)
			return [{ place, about: "many", sentence: "manyItems", values: [length, most] }];
		return [];
	},
};
