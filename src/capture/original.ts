import { toConsole } from "../core/errors/to-console.ts";
import { addressParts } from "../core/links/readable.ts";
import { unwrap } from "../core/links/unwrap.ts";
import { reviseItem } from "../data/items/items.ts";
import { notedInSession, noteForSession } from "../extension/session-notes.ts";
import { say } from "../extension/strings.ts";
import type { Toast } from "../extension/toast.ts";

/** Under this and the id of an item it is noted which address it was clipped from. */
const CLIPPED_FROM = "clipped-from-";

/** What the toast of a clip says and offers of its redirect. */
interface RedirectNotice {
	sentence: string;
	original: NonNullable<Toast["original"]>;
}

/**
 * What a toast says of the redirect that an address was, and the button that puts it back; null where
 * it was none.
 *
 * @param address as it was found, before it was tidied
 */
export async function redirectNotice(
	address: string,
	item: string,
): Promise<RedirectNotice | null> {
	if (unwrap(address) === address) return null;
	await noteForSession(CLIPPED_FROM + item, address);
	return {
		sentence: say("toastRedirect", addressParts(address).host),
		original: {
			label: say("popupUseOriginal"),
			item,
			unreachable: say("toastOriginalUnreachable"),
		},
	};
}

/**
 * Gives an item the address it was clipped from, in place of where that leads. Resolves to the sentence
 * for the toast.
 */
export async function useOriginal(item: string): Promise<string> {
	try {
		const address = await notedInSession(CLIPPED_FROM + item);
		const revised =
			address !== null &&
			(await reviseItem(item, "editItem", ({ links }) => ({
				links: links.map((link, at) => (at === 0 ? { ...link, url: address } : link)),
			})));
		return say(revised ? "toastOriginalUsed" : "toastOriginalUnreachable");
	} catch (error) {
		toConsole(error);
		return say("toastOriginalUnreachable");
	}
}
