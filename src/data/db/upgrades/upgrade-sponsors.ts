import type { DraftRecord, Replacement, SponsorRecord, Time, UndoableRecord } from "../records.ts";
import type { Upgrade } from "./upgrade.ts";

/** A draft as version 2 had it, with its sponsors inside. */
interface DraftWithSponsors
	extends Omit<DraftRecord, "publishedTime" | "waved" | "deletedAt" | "sample"> {
	publishedTime: Time | null;
	sponsors: Pick<SponsorRecord, "id" | "name" | "note" | "links">[];
}

/**
 * Takes the sponsors out of the drafts, where version 2 had them, and makes each a record of its
 * own; the steps of Undo are rewritten in the same way, so that all of them still can be taken.
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
			// One sponsor stood in several drafts under one id, being carried from each to the next.
			id: `${draft.id}/${sponsor.id}`,
			heading: "",
			atFoot: null,
			number: null,
			issueDate: null,
			// Places as they are counted: two sponsors are more than a draft of that time could have.
			place: `a${at}`,
			draftId: draft.id,
			carriedFrom: null,
			createdAt: draft.createdAt,
			deletedAt: null,
			changed: {},
		})),
	};
}
