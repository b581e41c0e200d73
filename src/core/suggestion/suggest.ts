import { type PageToSort, traitsOf } from "./page-traits.ts";

/**
 * What has been learned about which section pages go into: a weight for each trait in each
 * section, to be added up. Plain JSON. `suggest` reads only the rows of the traits of the page it
 * is asked about, so a part of the model with those will do.
 */
export interface SectionModel {
	/** The sections that it can tell apart, by whatever the caller calls them by. */
	sections: string[];
	/** Weights by trait, in the order of `sections`; what is missing is 0. */
	weights: Record<string, number[]>;
	/** How many examples it has learned from. */
	learned: number;
}

export interface Suggestion {
	section: string;
	/** How probable the section is, 0 to 1. */
	sureness: number;
}

/** From this sureness on, the suggestion goes before the editor's last choice. */
export const SURE = 0.8;

/** Sections that a page of a program belongs to, in the words of other newsletters. */
const FOR_TOOLS = /\b(?:code|libraries|projects?|software|tools?)\b/i;

/** What is obvious without an archive, in units of log odds; an archive overrules it. */
const OBVIOUS = { "form:repository": 4, "form:package": 4, reading: -3 };

/**
 * A model that has seen no archive: it knows that repositories and packages are tools, if there
 * is a section for such, and nothing else.
 *
 * @param sections what to call each by, and its heading
 */
export function emptyModel(sections: readonly { id: string; heading: string }[]): SectionModel {
	const at = sections.findIndex(({ heading }) => FOR_TOOLS.test(heading));
	const weights: SectionModel["weights"] = {};
	if (at !== -1) {
		for (const [trait, weight] of Object.entries(OBVIOUS)) {
			weights[trait] = sections.map((_, index) => (index === at ? weight : 0));
		}
	}
	return { sections: sections.map(({ id }) => id), weights, learned: 0 };
}

/**
 * The section that an item with these pages probably belongs to; null when there is no choice.
 *
 * @param among the sections to choose from, those that the model does not know left out
 */
export function suggest(
	model: SectionModel,
	pages: readonly PageToSort[],
	among: readonly string[] = model.sections,
): Suggestion | null {
	const odds = probabilities(model, traitsOf(pages));
	const known = model.sections
		.map((section, at) => ({ section, sureness: odds[at] ?? 0 }))
		.filter(({ section }) => among.includes(section));
	if (known.length < 2) return null;
	const total = known.reduce((sum, { sureness }) => sum + sureness, 0);
	const best = known.reduce((one, other) => (other.sureness > one.sureness ? other : one));
	return { section: best.section, sureness: best.sureness / total };
}

/** How probable each section is for something with these traits (a softmax of their weights). */
export function probabilities(model: SectionModel, traits: Iterable<string>): number[] {
	const sums = model.sections.map(() => 0);
	for (const trait of traits) {
		model.weights[trait]?.forEach((weight, at) => {
			sums[at] = (sums[at] ?? 0) + weight;
		});
	}
	const highest = Math.max(...sums);
	const raised = sums.map((sum) => Math.exp(sum - highest));
	const total = raised.reduce((sum, each) => sum + each, 0);
	return raised.map((each) => each / total);
}
