import { database } from "../db/database.ts";
import { mentionsAtHost } from "./host-mentions.ts";
import { mentionsOfLinks } from "./mentions.ts";

/** The number of mentions of a host that are checked before the host counts as not secure. */
const MAX_MENTIONS = 60;

/**
 * Returns the `http:` addresses for which the archive has an `https:` address of the same page, or of
 * another page on the same host. Only reads by index.
 */
export async function knownSecure(urls: readonly string[]): Promise<string[]> {
	const plain = urls.filter((url) => /^http:/i.test(url) && URL.canParse(url));
	if (plain.length === 0) return [];
	const mentions = await mentionsOfLinks(plain);
	const byHost = new Map<string, Promise<boolean>>();
	const known = await Promise.all(
		plain.map((url, at) => {
			if (mentions[at]?.some((mention) => isSecure(mention.url))) return true;
			const { host, range } = mentionsAtHost(url);
			const found = byHost.get(host) ?? isSecureHost(range);
			byHost.set(host, found);
			return found;
		}),
	);
	return plain.filter((_, at) => known[at]);
}

async function isSecureHost(range: IDBKeyRange): Promise<boolean> {
	const index = (await database()).transaction("mentions").store.index("key");
	let cursor = await index.openCursor(range);
	for (let seen = 0; cursor && seen < MAX_MENTIONS; seen += 1) {
		if (isSecure(cursor.value.url)) return true;
		cursor = await cursor.continue();
	}
	return false;
}

function isSecure(url: string): boolean {
	return /^https:/i.test(url);
}
