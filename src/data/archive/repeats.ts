import { isSamePage } from "../../core/links/canonical.ts";
import { type Exemptions, isAmong, repeatsAmong } from "../../core/links/repeats.ts";
import type { DraftRecord, MentionRecord } from "../db/records.ts";
import { exemptions } from "../settings/settings.ts";
import { sponsorsOf } from "../sponsors/sponsors-of-draft.ts";
import { mentionsOfLinks } from "./mentions.ts";

/** Where a link ran before, as far as the editor wants to hear of it. */
export interface Repeat {
	/** In the latest issue that has the page, else in the latest that has a related one. */
	latest: MentionRecord;
	/** How many mentions there are besides. */
	more: number;
	/** Whether it is a related page that ran, and not the same. */
	related: boolean;
}

/** The repeats that these addresses would be, in their order; null for one that would be none. */
export async function repeatsOf(
	urls: readonly string[],
	exempt: Exemptions,
): Promise<(Repeat | null)[]> {
	const found = await mentionsOfLinks(urls);
	return found.map((mentions, at) => {
		const url = urls[at] ?? "";
		const ran = repeatsAmong(mentions, url, exempt);
		const same = ran.filter((mention) => isSamePage(mention.url, url));
		const [latest, ...others] = same.length > 0 ? same : ran;
		return latest ? { latest, more: others.length, related: same.length === 0 } : null;
	});
}

/** The repeat an address would be in a draft, whose sponsors' links may run again. */
export async function repeatIn(draft: DraftRecord | null, url: string): Promise<Repeat | null> {
	const [[repeat = null], sponsors] = await Promise.all([
		exemptions().then((exempt) => repeatsOf([url], exempt)),
		draft ? sponsorsOf(draft) : [],
	]);
	const sponsored = sponsors.some(({ links }) => isAmong(url, links));
	return sponsored ? null : repeat;
}
