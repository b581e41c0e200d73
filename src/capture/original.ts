import { logError } from "../core/errors/log-error.ts";
import { addressParts } from "../core/links/readable.ts";
import { unwrap } from "../core/links/unwrap.ts";
import { reviseItem } from "../data/items/items.ts";
import { notedInSession, noteForSession } from "../extension/session-notes.ts";
import { translate } from "../extension/strings.ts";
import type { Toast } from "../extension/toast.ts";

/** The prefix, followed by the id of an item, under which the address that it was clipped from is noted. */
const CLIPPED_FROM = "clipped-from-";

/** What the toast of a clip says about a redirect, and its button. */
interface RedirectNotice {
	sentence: string;
	original: NonNullable<Toast["original"]>;
}

/**
 * The sentence about a redirect in a toast, and the button that restores the original address; null if the
 * address was not a redirect.
 *
 * @param address the original address, before it was tidied
 */
export async function redirectNotice(
	address: string,
	item: string,
): Promise<RedirectNotice | null> {
	if (unwrap(address) === address) return null;
	await noteForSession(CLIPPED_FROM + item, address);
	return {
		sentence: translate("toastRedirect", addressParts(address).host),
		original: {
			label: translate("popupUseOriginal"),
			item,
			unreachable: translate("toastOriginalUnreachable"),
		},
	};
}

/**
 * Replaces the address of an item with the address it was clipped from, which redirects to it. Resolves to
 * the sentence for the toast.
 */
export async function useOriginal(item: string): Promise<string> {
	try {
		const address = await notedInSession(CLIPPED_FROM + item);
		const revised =
			address !== null &&
			(await reviseItem(item, "editItem", ({ links }) => ({
				links: links.map((link, at) => (at === 0 ? { ...link, url: address } : link)),
			})));
		return translate(revised ? "toastOriginalUsed" : "toastOriginalUnreachable");
	} catch (error) {
		logError(error);
		return translate("toastOriginalUnreachable");
	}
}
