import { type PageToSort, traitsOf } from "./page-traits.ts";
import { probabilities, type SectionModel } from "./suggest.ts";

/** An item whose section is known. */
export interface Example {
	pages: readonly PageToSort[];
	section: string;
}

/** How often all examples are gone through; more changes nothing that shows. */
const ROUNDS = 20;
/** The first step of a weight; later ones are shorter the more it has moved (AdaGrad). */
const STEP = 0.3;
/** Pulls weights back to where they began, as if each were known to within about 1. */
const PULL = 1;
/** A trait seen once says nothing about the next page; leaving such out halves the model. */
const SEEN = 2;
/**
 * How far one clip moves the log odds of its section at most, shared out among its traits. Larger
 * steps follow the last clips more closely and forget the archive.
 */
const CLIP_STEP = 0.6;
/** How often the state before a step is guessed again: each is off by a third of the last. */
const GUESSES = 30;

/**
 * Learns from a whole archive at once: multinomial logistic regression over the traits, by
 * stochastic gradient descent in an order that depends on nothing but the number of examples.
 *
 * @param known where the weights begin and are pulled back to, such as `emptyModel`
 */
export function learnAll(known: SectionModel, examples: readonly Example[]): SectionModel {
	const sections = [...new Set([...known.sections, ...examples.map(({ section }) => section)])];
	const { names, rows } = numbered(known, examples);
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

/** Learns that an item was put into a section, which the model may not have known. */
export function learn(model: SectionModel, { pages, section }: Example): SectionModel {
	const known = model.sections.includes(section);
	const sections = known ? model.sections : [...model.sections, section];
	const part = partFor({ ...model, sections }, traitsOf(pages));
	const odds = probabilities(part, Object.keys(part.weights));
	const weights = { ...model.weights, ...stepped(part, section, odds, CLIP_STEP).weights };
	return { sections, weights, learned: model.learned + 1 };
}

/**
 * Takes back what was learned from an item that has been deleted: exactly, if it was the last one
 * that was learned, and for the greater part if others were learned since.
 */
export function unlearn(model: SectionModel, { pages, section }: Example): SectionModel {
	if (!model.sections.includes(section)) return model;
	const part = partFor(model, traitsOf(pages));
	const odds = oddsBefore(part, section);
	const weights = { ...model.weights, ...stepped(part, section, odds, -CLIP_STEP).weights };
	return { ...model, weights, learned: Math.max(0, model.learned - 1) };
}

/** Learns that an item that had been put into one section belongs to another. */
export function move(model: SectionModel, { pages, section }: Example, to: string): SectionModel {
	return learn(unlearn(model, { pages, section }), { pages, section: to });
}

/** The model with the rows of these traits alone, 0 where it has none. */
function partFor(model: SectionModel, traits: ReadonlySet<string>): SectionModel {
	const rows = [...traits].map((trait): [string, number[]] => [
		trait,
		model.sections.map((_, at) => model.weights[trait]?.[at] ?? 0),
	]);
	return { ...model, weights: Object.fromEntries(rows) };
}

/** All weights, moved towards a section by what its probability lacks. */
function stepped(
	model: SectionModel,
	towards: string,
	odds: readonly number[],
	step: number,
): SectionModel {
	const weights = Object.entries(model.weights);
	const change = model.sections.map(
		(section, at) => (step / weights.length) * ((section === towards ? 1 : 0) - (odds[at] ?? 0)),
	);
	const rows = weights.map(([trait, row]): [string, number[]] => [
		trait,
		row.map((weight, at) => weight + (change[at] ?? 0)),
	]);
	return { ...model, weights: Object.fromEntries(rows) };
}

/** The probabilities from which one step would have led to this model. */
function oddsBefore(model: SectionModel, towards: string): number[] {
	const traits = Object.keys(model.weights);
	let odds = probabilities(model, traits);
	for (let guess = 0; guess < GUESSES; guess += 1) {
		odds = probabilities(stepped(model, towards, odds, -CLIP_STEP), traits);
	}
	return odds;
}

/** The traits that are kept, and each example as their indices. */
function numbered(
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

/** Indices of the examples, all of them in each round, shuffled the same way every time. */
function* shuffledRounds(length: number): Generator<number> {
	const order = Array.from({ length }, (_, at) => at);
	let random = 1;
	for (let round = 0; round < ROUNDS; round += 1) {
		for (let at = length - 1; at > 0; at -= 1) {
			// The minimal standard generator of Park and Miller (1988), exact in a double.
			random = (random * 48271) % 2147483647;
			const other = random % (at + 1);
			const held = order[at] ?? 0;
			order[at] = order[other] ?? 0;
			order[other] = held;
		}
		yield* order;
	}
}

/** Writes how much too probable the weights make each section for a row of traits. */
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
