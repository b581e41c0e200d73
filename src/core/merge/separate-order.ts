import { generateNKeysBetween } from "fractional-indexing";

/** What has a place among others: a fractional index, compared by code unit. */
interface Ordered {
	id: string;
	place: string;
	createdAt: number;
}

/**
 * The records that have to move a little so that no two of a group stand in the same place, as
 * those do that were added at its end on two machines. Nothing can be put between two such.
 *
 * @param groupOf names the group that a record is ordered in
 */
export function separateOrder<R extends Ordered>(
	records: readonly R[],
	groupOf: (record: R) => string,
): R[] {
	return grouped(records, groupOf).flatMap(separateInGroup);
}

/** In each place the oldest stays; the others stand between it and the next place. */
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
