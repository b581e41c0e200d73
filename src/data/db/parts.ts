import { sameJson } from "../../core/json/same-json.ts";
import type { UndoableRecord } from "./records.ts";

/** The parts of a record that can change independently of each other, by name. */
type Parts = Readonly<Record<string, unknown>>;

/**
 * The parts of a record: its fields without `changed`. For a setting whose value is an object, such as the
 * house style, the parts are the fields of that object.
 */
export function partsOf(record: UndoableRecord): Parts {
	if (!("value" in record)) {
		const { changed: _, ...parts } = { changed: null, ...record };
		return parts;
	}
	return isObject(record.value) ? { ...record.value } : { value: record.value };
}

/**
 * The parts of `record` that differ in `other`, with the values of `record`; undefined for a part that
 * `record` does not have.
 */
export function differingParts(record: UndoableRecord, other: UndoableRecord): Parts {
	const [parts, others] = [partsOf(record), partsOf(other)];
	const names = new Set([...Object.keys(parts), ...Object.keys(others)]);
	const differing = [...names].filter((name) => !sameJson(parts[name], others[name]));
	return Object.fromEntries(differing.map((name) => [name, parts[name]]));
}

/** Returns a record with some of its parts replaced. A part that is undefined is removed. */
export function withParts<R extends UndoableRecord>(record: R, parts: Parts): R {
	if (!("value" in record)) return withFields(record, parts);
	const isWhole = "value" in parts || !isObject(record.value);
	return { ...record, value: isWhole ? parts.value : withFields(record.value, parts) };
}

function withFields<T>(object: T, fields: Parts): T {
	const entries = Object.entries({ ...object, ...fields });
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as T;
}

function isObject(value: unknown): value is object {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
