import { type PageInfo, traitsOf } from "./page-traits.ts";

/**
 * A model of which section pages go into: a weight for each trait and section. The weights of a page's
 * traits are added up. It is plain JSON. `suggest` reads only the rows of the page's traits, so a part
 * of the model with those rows is enough.
 */
export interface SectionModel {
	/** The sections of the model, by the names that the caller uses. */
	sections: string[];
	/** Weights by trait, in the order of `sections`; missing values are 0. */
	weights: Record<string, number[]>;
	/** The number of examples it has learned from. */
	learned: number;
}

export interface Suggestion {
	section: string;
	/** The probability of the section, from 0 to 1. */
	probability: number;
}

/** With at least this probability, the suggestion takes precedence over the editor's last choice. */
export const MIN_PROBABILITY = 0.8;

/** Headings of sections for software, as many newsletters name them. */
const FOR_TOOLS = /\b(?:code|libraries|projects?|software|tools?)\b/i;

/** Initial weights, in log odds. What is learned from an archive can outweigh them. */
const OBVIOUS = { "form:repository": 4, "form:package": 4, reading: -3 };

/**
 * Creates a model that has not learned from an archive. It only knows that repositories and packages
 * belong to a section for tools, if there is one.
 *
 * @param sections the id of each section in the model, and its heading
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
 * The most probable section for an item with these pages; null if there are fewer than two known
 * sections.
 *
 * @param among the sections to choose from; those unknown to the model are ignored
 */
export function suggest(
	model: SectionModel,
	pages: readonly PageInfo[],
	among: readonly string[] = model.sections,
): Suggestion | null {
	const odds = probabilities(model, traitsOf(pages));
	const known = model.sections
		.map((section, at) => ({ section, probability: odds[at] ?? 0 }))
		.filter(({ section }) => among.includes(section));
	if (known.length < 2) return null;
	const total = known.reduce((sum, { probability }) => sum + probability, 0);
	const best = known.reduce((one, other) => (other.probability > one.probability ? other : one));
	return { section: best.section, probability: best.probability / total };
}

/** The probability of each section for these traits (a softmax of their weights). */
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
