import { sameJson } from "../../core/json/same-json.ts";
import type { UndoableRecord } from "./records.ts";

/** The values of those parts of a record that change independently of each other, by their names. */
type Parts = Readonly<Record<string, unknown>>;

/**
 * The parts of a record: its fields, without the times at which they changed. Those of a setting
 * that is an object, as the house style is, are the fields of that object.
 */
export function partsOf(record: UndoableRecord): Parts {
	if (!("value" in record)) {
		const { changed: _, ...parts } = { changed: null, ...record };
		return parts;
	}
	return isObject(record.value) ? { ...record.value } : { value: record.value };
}

/** The parts of `record` whose value is another one in `other`; undefined for one it has not. */
export function differingParts(record: UndoableRecord, other: UndoableRecord): Parts {
	const [parts, others] = [partsOf(record), partsOf(other)];
	const names = new Set([...Object.keys(parts), ...Object.keys(others)]);
	const differing = [...names].filter((name) => !sameJson(parts[name], others[name]));
	return Object.fromEntries(differing.map((name) => [name, parts[name]]));
}

/** A record with some of its parts replaced. A part that is undefined is taken away. */
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
