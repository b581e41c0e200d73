import { diff3Merge } from "node-diff3";
import { canonicalJson } from "../json/canonical-json.ts";
import { sameJson } from "../json/same-json.ts";

/** A merged value, and whether both sides had changed the same part of it. */
interface MergedValue {
	value: unknown;
	isConflict: boolean;
}

/** The three states of one value. The ancestor is undefined if the value did not exist. */
interface ValueVersions {
	ancestor: unknown;
	mine: unknown;
	theirs: unknown;
	/** Which side is used where both changed the same part. */
	isMineLater: boolean;
}

/** Texts with more lines than this are not merged line by line, since the time for that is not bounded. */
const MAX_LINES = 10_000;

/**
 * Merges two states of a JSON value with their common ancestor: texts line by line, objects key by key,
 * lists element by element. Where both changed the same part, the later side is used.
 */
export function mergeValue(versions: ValueVersions): MergedValue {
	const { ancestor, mine, theirs, isMineLater } = versions;
	if (sameJson(mine, theirs) || sameJson(theirs, ancestor)) return clean(mine);
	if (sameJson(mine, ancestor)) return clean(theirs);
	if (typeof mine === "string" && typeof theirs === "string") return mergeText(versions);
	if (Array.isArray(mine) && Array.isArray(theirs)) return mergeList(versions, mine, theirs);
	if (isObject(mine) && isObject(theirs)) return mergeObject(versions, mine, theirs);
	// A change wins over a removal.
	if (mine === undefined) return clean(theirs);
	if (theirs === undefined) return clean(mine);
	return { value: isMineLater ? mine : theirs, isConflict: true };
}

function clean(value: unknown): MergedValue {
	return { value, isConflict: false };
}

function mergeText(versions: ValueVersions): MergedValue {
	const { ancestor, isMineLater } = versions;
	const [mine, theirs] = [String(versions.mine), String(versions.theirs)];
	const before = typeof ancestor === "string" ? ancestor : "";
	const lines = [mine, before, theirs].map((text) => text.split("\n"));
	const [mineLines = [], beforeLines = [], theirLines = []] = lines;
	if (lines.some(({ length }) => length > MAX_LINES)) {
		return { value: isMineLater ? mine : theirs, isConflict: true };
	}
	let isConflict = false;
	const merged = diff3Merge(mineLines, beforeLines, theirLines).flatMap(({ ok, conflict }) => {
		if (ok) return ok;
		if (!conflict) return [];
		isConflict = true;
		return isMineLater ? conflict.a : conflict.b;
	});
	return { value: merged.join("\n"), isConflict };
}

function mergeObject(versions: ValueVersions, mine: Json, theirs: Json): MergedValue {
	const ancestor = isObject(versions.ancestor) ? versions.ancestor : {};
	const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
	let isConflict = false;
	const entries = [...keys].sort().flatMap((key) => {
		const part = mergeValue({
			ancestor: own(ancestor, key),
			mine: own(mine, key),
			theirs: own(theirs, key),
			isMineLater: versions.isMineLater,
		});
		isConflict ||= part.isConflict;
		return part.value === undefined ? [] : [[key, part.value] as const];
	});
	return { value: Object.fromEntries(entries), isConflict };
}

/** Lists whose elements have ids are merged by id, all others by the content of their elements. */
function mergeList(versions: ValueVersions, mine: unknown[], theirs: unknown[]): MergedValue {
	const ancestor = Array.isArray(versions.ancestor) ? versions.ancestor : [];
	const byId = [ancestor, mine, theirs].map(elementsById);
	const [ancestorById, mineById, theirsById] = byId;
	if (ancestorById && mineById && theirsById) {
		return mergeById(ancestorById, mineById, theirsById, versions.isMineLater);
	}
	const { elements, isConflict } = mergeElements(
		ancestor.map(canonicalJson),
		mine.map(canonicalJson),
		theirs.map(canonicalJson),
		versions.isMineLater,
	);
	return { value: elements.map((element) => JSON.parse(element) as unknown), isConflict };
}

function mergeById(
	ancestor: ReadonlyMap<string, unknown>,
	mine: ReadonlyMap<string, unknown>,
	theirs: ReadonlyMap<string, unknown>,
	isMineLater: boolean,
): MergedValue {
	const order = mergeElements(
		[...ancestor.keys()],
		[...mine.keys()],
		[...theirs.keys()],
		isMineLater,
	);
	const ids = new Set(order.elements);
	// A changed element wins over a removal, and an element that both sides moved must not get lost.
	const [later, earlier] = isMineLater ? [mine, theirs] : [theirs, mine];
	for (const id of [...later.keys(), ...earlier.keys()]) {
		const isRemoved = ancestor.has(id) && !(mine.has(id) && theirs.has(id));
		const isAsBefore = sameJson(mine.get(id) ?? theirs.get(id), ancestor.get(id));
		if (!isRemoved || !isAsBefore) ids.add(id);
	}
	let isConflict = false;
	const value = [...ids].map((id) => {
		const part = mergeValue({
			ancestor: ancestor.get(id),
			mine: mine.get(id),
			theirs: theirs.get(id),
			isMineLater,
		});
		isConflict ||= part.isConflict;
		return part.value;
	});
	return { value, isConflict };
}

/** If both sides added elements at the same position, all stay, those of the earlier side first. */
function mergeElements(
	ancestor: string[],
	mine: string[],
	theirs: string[],
	isMineLater: boolean,
): { elements: string[]; isConflict: boolean } {
	let isConflict = false;
	const elements = diff3Merge(mine, ancestor, theirs).flatMap(({ ok, conflict }) => {
		if (ok) return ok;
		if (!conflict) return [];
		const [earlier, later] = isMineLater ? [conflict.b, conflict.a] : [conflict.a, conflict.b];
		if (conflict.o.length === 0) return [...new Set([...earlier, ...later])];
		isConflict = true;
		return later;
	});
	return { elements, isConflict };
}

/** The elements of a list by id; null unless every element has an id of its own. */
function elementsById(list: readonly unknown[]): Map<string, unknown> | null {
	const byId = new Map<string, unknown>();
	for (const element of list) {
		const id = isObject(element) ? own(element, "id") : undefined;
		if (typeof id !== "string" || byId.has(id)) return null;
		byId.set(id, element);
	}
	return byId;
}

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(object: Json, key: string): unknown {
	return Object.hasOwn(object, key) ? object[key] : undefined;
}
