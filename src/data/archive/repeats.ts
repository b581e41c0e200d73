import { isSamePage } from "../../core/links/canonical.ts";
import { type Exemptions, includesPage, repeatsAmong } from "../../core/links/repeats.ts";
import type { DraftRecord, MentionRecord } from "../db/records.ts";
import { exemptions } from "../settings/settings.ts";
import { sponsorsOf } from "../sponsors/sponsors-of-draft.ts";
import { mentionsOfLinks } from "./mentions.ts";

/** Where a link ran before, unless the editor has exempted it. */
export interface Repeat {
	/** The mention in the latest issue with the same page, or else with a related page. */
	latest: MentionRecord;
	/** The number of further mentions. */
	more: number;
	/** Whether only a related page ran, not the same one. */
	related: boolean;
}

/** The repeat of each address, in the order of the addresses; null if it is not a repeat. */
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

/** The repeat of an address in a draft. Links of the draft's sponsors are allowed to run again. */
export async function repeatIn(draft: DraftRecord | null, url: string): Promise<Repeat | null> {
	const [[repeat = null], sponsors] = await Promise.all([
		exemptions().then((exempt) => repeatsOf([url], exempt)),
		draft ? sponsorsOf(draft) : [],
	]);
	const sponsored = sponsors.some(({ links }) => includesPage(url, links));
	return sponsored ? null : repeat;
}
