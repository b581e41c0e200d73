import type { HouseStyle } from "../../core/house-style/house-style.ts";
import { isDeleted } from "../../core/merge/merge-rules.ts";
import { byPlace } from "../../data/db/places.ts";
import type {
	DraftRecord,
	ItemRecord,
	SettingRecord,
	SponsorRecord,
} from "../../data/db/records.ts";
import { draftsInOrder } from "../../data/drafts/draft-list.ts";
import type { DraftState } from "../../data/drafts/restore-draft-state.ts";
import type { Repository } from "../repository/repository.ts";
import { type RefusedRecord, recordChanges } from "../share/branch-records.ts";
import type { SharedKind } from "../share/shared-records.ts";

/** The state of the shared drafts at a commit. */
export interface EarlierState {
	commit: string;
	/** The drafts that were open, the lowest number first. */
	drafts: DraftState[];
	/** The house style at that time; null if it was not shared. */
	style: HouseStyle | null;
	/** Files that are left out because they are not valid, and the reasons. */
	refused: RefusedRecord[];
}

/**
 * Reads the state of the shared drafts at a commit from the local repository, without the network. Resolves
 * to null if the commit is not stored here.
 */
export async function earlierState(
	repository: Repository,
	kinds: readonly SharedKind[],
	commit: string,
): Promise<EarlierState | null> {
	if (!(await repository.has(commit))) return null;
	const { changes, refused } = await recordChanges(repository, kinds, null, commit);
	const recordsOf = <R>(kind: string) =>
		changes.flatMap((change) => (change.kind === kind ? [change.after as unknown as R] : []));
	const items = recordsOf<ItemRecord>("items").filter((item) => !isDeleted(item));
	const sponsors = recordsOf<SponsorRecord>("sponsors").filter((sponsor) => !isDeleted(sponsor));
	const open = recordsOf<DraftRecord>("drafts").filter(
		(draft) => !isDeleted(draft) && draft.publishedTime === 0,
	);
	const drafts = draftsInOrder(open).map((draft) => ({
		draft,
		items: items.filter(({ draftId }) => draftId === draft.id).sort(byPlace),
		sponsors: sponsors.filter(({ draftId }) => draftId === draft.id).sort(byPlace),
	}));
	const style = recordsOf<SettingRecord>("settings").find(({ key }) => key === "style")?.value;
	return { commit, drafts, style: (style as HouseStyle | undefined) ?? null, refused };
}
