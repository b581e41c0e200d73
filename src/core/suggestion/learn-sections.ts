import { type PageInfo, traitsOf } from "./page-traits.ts";
import { probabilities, type SectionModel } from "./suggest.ts";

/** An item whose section is known. */
export interface Example {
	pages: readonly PageInfo[];
	section: string;
}

/** The number of passes over all examples. More passes do not improve the results. */
const ROUNDS = 20;
/** The initial step size of a weight. It decreases as the weight changes (AdaGrad). */
const STEP = 0.3;
/**
 * Regularization: pulls weights back to their initial values, like a prior with a standard deviation of
 * about 1.
 */
const PULL = 1;
/**
 * Traits that occur less often than this are dropped. A trait seen only once has no predictive value,
 * and dropping those halves the model.
 */
const SEEN = 2;
/**
 * The greatest change of the log odds of a section by one clip, divided among its traits. Larger steps
 * follow recent clips more closely and forget the archive.
 */
const CLIP_STEP = 0.6;
/** The number of iterations to find the state before a step. Each reduces the error to about a third. */
const GUESSES = 30;

/**
 * Learns from a whole archive: multinomial logistic regression over the traits, by stochastic gradient
 * descent. The order is deterministic and depends only on the number of examples.
 *
 * @param known the model with the initial weights, such as `emptyModel`
 */
export function addExamples(known: SectionModel, examples: readonly Example[]): SectionModel {
	const sections = [...new Set([...known.sections, ...examples.map(({ section }) => section)])];
	const { names, rows } = indexed(known, examples);
	const width = sections.length;
	const counts = new Float64Array(names.length);
	for (const row of rows) for (const trait of row) counts[trait] = (counts[trait] ?? 0) + 1;
	const began = Float64Array.from({ length: names.length * width }, (_, at) => {
		return known.weights[names[Math.floor(at / width)] ?? ""]?.[at % width] ?? 0;
	});
	const weights = began.slice();
	const moved = new Float64Array(weights.length).fill(1);
	const targets = examples.map(({ section }) => sections.indexOf(section));
	const error = new Float64Array(width);
	for (const at of shuffledRounds(examples.length)) {
		const row = rows[at] ?? [];
		errorOf(weights, row, targets[at] ?? 0, error);
		for (const trait of row) {
			const pull = PULL / (counts[trait] ?? 1);
			for (let section = 0; section < width; section += 1) {
				const cell = trait * width + section;
				const weight = weights[cell] ?? 0;
				const slope = (error[section] ?? 0) + pull * (weight - (began[cell] ?? 0));
				const sum = (moved[cell] ?? 1) + slope * slope;
				moved[cell] = sum;
				weights[cell] = weight - (STEP / Math.sqrt(sum)) * slope;
			}
		}
	}
	const learned = names.map((name, trait): [string, number[]] => [
		name,
		Array.from(weights.subarray(trait * width, (trait + 1) * width), rounded),
	]);
	return {
		sections,
		weights: { ...known.weights, ...Object.fromEntries(learned) },
		learned: known.learned + examples.length,
	};
}

/** Learns that an item was put into a section, which may be new to the model. */
export function addExample(model: SectionModel, { pages, section }: Example): SectionModel {
	const known = model.sections.includes(section);
	const sections = known ? model.sections : [...model.sections, section];
	const part = partFor({ ...model, sections }, traitsOf(pages));
	const odds = probabilities(part, Object.keys(part.weights));
	const weights = { ...model.weights, ...movedToward(part, section, odds, CLIP_STEP).weights };
	return { sections, weights, learned: model.learned + 1 };
}

/**
 * Reverts what was learned from an item that has been deleted: exactly if it was the last item learned,
 * and approximately if others were learned since.
 */
export function removeExample(model: SectionModel, { pages, section }: Example): SectionModel {
	if (!model.sections.includes(section)) return model;
	const part = partFor(model, traitsOf(pages));
	const odds = oddsBefore(part, section);
	const weights = { ...model.weights, ...movedToward(part, section, odds, -CLIP_STEP).weights };
	return { ...model, weights, learned: Math.max(0, model.learned - 1) };
}

/** Learns that an item was moved from one section to another. */
export function move(model: SectionModel, { pages, section }: Example, to: string): SectionModel {
	return addExample(removeExample(model, { pages, section }), { pages, section: to });
}

/** Reduces a model to the rows of these traits. Missing rows are 0. */
function partFor(model: SectionModel, traits: ReadonlySet<string>): SectionModel {
	const rows = [...traits].map((trait): [string, number[]] => [
		trait,
		model.sections.map((_, at) => model.weights[trait]?.[at] ?? 0),
	]);
	return { ...model, weights: Object.fromEntries(rows) };
}

/** Moves all weights toward a section, in proportion to the error of the probabilities. */
function movedToward(
	model: SectionModel,
	toward: string,
	odds: readonly number[],
	step: number,
): SectionModel {
	const weights = Object.entries(model.weights);
	const change = model.sections.map(
		(section, at) => (step / weights.length) * ((section === toward ? 1 : 0) - (odds[at] ?? 0)),
	);
	const rows = weights.map(([trait, row]): [string, number[]] => [
		trait,
		row.map((weight, at) => weight + (change[at] ?? 0)),
	]);
	return { ...model, weights: Object.fromEntries(rows) };
}

/** The probabilities before one step that led to this model. */
function oddsBefore(model: SectionModel, toward: string): number[] {
	const traits = Object.keys(model.weights);
	let odds = probabilities(model, traits);
	for (let guess = 0; guess < GUESSES; guess += 1) {
		odds = probabilities(movedToward(model, toward, odds, -CLIP_STEP), traits);
	}
	return odds;
}

/** The traits that are used, and the examples as indices of traits. */
function indexed(
	known: SectionModel,
	examples: readonly Example[],
): { names: string[]; rows: number[][] } {
	const shown = examples.map(({ pages }) => [...traitsOf(pages)]);
	const seen = new Map<string, number>();
	for (const traits of shown) {
		for (const trait of traits) seen.set(trait, (seen.get(trait) ?? 0) + 1);
	}
	const names = [...seen.keys()].filter(
		(trait) => trait in known.weights || (seen.get(trait) ?? 0) >= SEEN,
	);
	const indices = new Map(names.map((name, index) => [name, index]));
	return { names, rows: shown.map((traits) => traits.flatMap((name) => indices.get(name) ?? [])) };
}

/** The indices of all examples in each round, shuffled in a reproducible order. */
function* shuffledRounds(length: number): Generator<number> {
	const order = Array.from({ length }, (_, at) => at);
	let random = 1;
	for (let round = 0; round < ROUNDS; round += 1) {
		for (let at = length - 1; at > 0; at -= 1) {
			// The "minimal standard" generator of Park and Miller, with the multiplier 48271. Its products are
			// exact in a double.
			random = (random * 48271) % 2147483647;
			const other = random % (at + 1);
			const held = order[at] ?? 0;
			order[at] = order[other] ?? 0;
			order[other] = held;
		}
		yield* order;
	}
}

/** Computes the error for a row of traits: for each section, the probability minus the correct value. */
function errorOf(
	weights: Float64Array,
	row: readonly number[],
	target: number,
	error: Float64Array,
): void {
	const width = error.length;
	error.fill(0);
	for (const trait of row) {
		for (let at = 0; at < width; at += 1) {
			error[at] = (error[at] ?? 0) + (weights[trait * width + at] ?? 0);
		}
	}
	const highest = Math.max(...error);
	let total = 0;
	for (let at = 0; at < width; at += 1) {
		const raised = Math.exp((error[at] ?? 0) - highest);
		error[at] = raised;
		total += raised;
	}
	for (let at = 0; at < width; at += 1) {
		error[at] = (error[at] ?? 0) / total - (at === target ? 1 : 0);
	}
}

function rounded(weight: number): number {
	return Math.round(weight * 1000) / 1000;
}
