import { generateNKeysBetween } from "fractional-indexing";

/** A record with a position among others: a fractional index, compared by code units. */
interface Ordered {
	id: string;
	place: string;
	createdAt: number;
}

/**
 * Finds records of a group that have the same position, as records do that were added at its end on two
 * machines, and returns those that must move, with new positions. Nothing could be inserted between two
 * records with the same position.
 *
 * @param groupOf returns the group in which a record is ordered
 */
export function separateEqualPlaces<R extends Ordered>(
	records: readonly R[],
	groupOf: (record: R) => string,
): R[] {
	return grouped(records, groupOf).flatMap(separateInGroup);
}

/** At each position, the oldest record stays; the others move between it and the next position. */
function separateInGroup<R extends Ordered>(records: readonly R[]): R[] {
	const places = grouped(records, ({ place }) => place).sort(([one], [other]) =>
		compare(one?.place ?? "", other?.place ?? ""),
	);
	return places.flatMap((together, at) => {
		const [first, ...others] = together.sort(
			(one, other) => one.createdAt - other.createdAt || compare(one.id, other.id),
		);
		if (!first || others.length === 0) return [];
		const next = places[at + 1]?.[0]?.place ?? null;
		const between = generateNKeysBetween(first.place, next, others.length);
		return others.map((record, nth) => ({ ...record, place: between[nth] ?? record.place }));
	});
}

function grouped<R>(records: readonly R[], groupOf: (record: R) => string): R[][] {
	const byName = new Map<string, R[]>();
	for (const record of records) {
		const group = byName.get(groupOf(record));
		if (group) group.push(record);
		else byName.set(groupOf(record), [record]);
	}
	return [...byName.values()];
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
