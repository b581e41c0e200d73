import type { DraftRecord, Replacement, SponsorRecord, Time, UndoableRecord } from "../records.ts";
import type { Upgrade } from "./upgrade.ts";

/** A draft of version 2, which contains its sponsors. */
interface DraftWithSponsors
	extends Omit<DraftRecord, "publishedTime" | "waved" | "deletedAt" | "sample"> {
	publishedTime: Time | null;
	sponsors: Pick<SponsorRecord, "id" | "name" | "note" | "links">[];
}

/**
 * Moves the sponsors out of the drafts of version 2 into records of their own. Rewrites the history in the
 * same way, so that every step can still be undone.
 */
export async function bookedSponsors(upgrade: Upgrade): Promise<void> {
	const drafts = upgrade.objectStore("drafts");
	for (let cursor = await drafts.openCursor(); cursor; cursor = await cursor.continue()) {
		const { draft, sponsors } = apart(cursor.value);
		await cursor.update(draft);
		for (const sponsor of sponsors) await upgrade.objectStore("sponsors").put(sponsor);
	}
	const history = upgrade.objectStore("history");
	for (let cursor = await history.openCursor(); cursor; cursor = await cursor.continue()) {
		const { replacements } = cursor.value;
		await cursor.update({ ...cursor.value, replacements: replacements.flatMap(stepApart) });
	}
}

function stepApart(step: Replacement): Replacement[] {
	if (step.store !== "drafts") return [step];
	const before = sides(step.before);
	const after = sides(step.after);
	const ids = new Set([...before.sponsors, ...after.sponsors].map(({ id }) => id));
	const sponsors = [...ids].map((id): Replacement => {
		const was = before.sponsors.find((one) => one.id === id);
		const is = after.sponsors.find((one) => one.id === id);
		const gone = was && { ...was, deletedAt: was.createdAt };
		return { store: "sponsors", key: id, before: was, after: is ?? gone };
	});
	return [{ ...step, before: before.draft, after: after.draft }, ...sponsors];
}

function sides(record: UndoableRecord | undefined): {
	draft: DraftRecord | undefined;
	sponsors: SponsorRecord[];
} {
	return record ? apart(record) : { draft: undefined, sponsors: [] };
}

function apart(record: unknown): { draft: DraftRecord; sponsors: SponsorRecord[] } {
	const { sponsors, ...draft } = record as DraftWithSponsors;
	return {
		draft: {
			...draft,
			publishedTime: draft.publishedTime ?? 0,
			waved: [],
			deletedAt: 0,
			sample: false,
		},
		sponsors: sponsors.map((sponsor, at) => ({
			...sponsor,
			// In version 2, a sponsor that was carried over had the same id in several drafts.
			id: `${draft.id}/${sponsor.id}`,
			heading: "",
			atFoot: null,
			number: null,
			issueDate: null,
			// A draft of version 2 had very few sponsors, so one digit is enough.
			place: `a${at}`,
			draftId: draft.id,
			carriedFrom: null,
			createdAt: draft.createdAt,
			deletedAt: null,
			changed: {},
		})),
	};
}
