import type { HouseStyle } from "../../core/house-style/house-style.ts";
import { DEFAULT_HOUSE_STYLE } from "../../core/house-style/ready-made-styles.ts";
import { shownSections } from "../../core/house-style/shown-sections.ts";
import type { BackupRecords } from "../backup/backup-file.ts";
import { placeAfter } from "../db/places.ts";
import { type DraftRecord, type ItemRecord, SHELF, type Time } from "../db/records.ts";

/**
 * The intros and footers of published drafts whose text differs from what was published, each as an item on
 * the shelf. They were written in the other browser and have not been published.
 *
 * @param drafts the drafts after merging
 */
export function unpublishedTexts(
	here: BackupRecords,
	backup: BackupRecords,
	drafts: readonly DraftRecord[],
	now: Time,
): ItemRecord[] {
	const asPublished = new Map<string, DraftRecord[]>();
	for (const draft of [...here.drafts, ...backup.drafts]) {
		if (draft.publishedTime === 0) continue;
		asPublished.set(draft.id, [...(asPublished.get(draft.id) ?? []), draft]);
	}
	const style = here.settings.find(({ key }) => key === "style")?.value as HouseStyle | undefined;
	const section = shownSections(style ?? DEFAULT_HOUSE_STYLE)[0]?.id ?? "";
	return drafts.flatMap((draft) => {
		const published = asPublished.get(draft.id);
		if (!published || draft.publishedTime === 0) return [];
		const parts = (["intro", "footer"] as const).filter(
			(part) => draft[part].trim() !== "" && !published.some((one) => one[part] === draft[part]),
		);
		return parts.map((part) => ({
			// The same id each time, so that merging a backup again does not add the item again.
			id: `${part}-${draft.id}-${draft.changed[part] ?? 0}`,
			draftId: SHELF,
			title: "",
			note: draft[part],
			slots: {},
			asWritten: "",
			links: [],
			section,
			place: placeAfter(null),
			keys: [],
			createdAt: now,
			deletedAt: null,
			changed: {},
		}));
	});
}
