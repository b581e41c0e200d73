import type { Upgrades } from "./upgrade.ts";
import { issuesInParts, mentionsOfSchema1 } from "./upgrade-issues.ts";
import { bookedSponsors } from "./upgrade-sponsors.ts";
import { stylesWithPatterns } from "./upgrade-styles.ts";

/**
 * One step for each version of the schema; step 0 creates version 1. Steps that have been released are
 * never edited.
 */
export const UPGRADES: Upgrades = [
	(database) => {
		database.createObjectStore("drafts", { keyPath: "id" });
		const items = database.createObjectStore("items", { keyPath: "id" });
		items.createIndex("draft", "draftId");
		items.createIndex("key", "keys", { multiEntry: true });
		const archive = database.createObjectStore("archive", { keyPath: "id" });
		archive.createIndex("number", "number");
		database.createObjectStore("settings", { keyPath: "key" });
		database.createObjectStore("typed", { keyPath: "key" });
		database.createObjectStore("history", { keyPath: "id", autoIncrement: true });
	},
	async (database, upgrade) => {
		const mentions = database.createObjectStore("mentions", { keyPath: "id" });
		mentions.createIndex("key", "key");
		mentions.createIndex("issue", "issueId");
		database.createObjectStore("derived", { keyPath: "key" });
		const archive = upgrade.objectStore("archive");
		for (let cursor = await archive.openCursor(); cursor; cursor = await cursor.continue()) {
			for (const mention of mentionsOfSchema1(cursor.value)) await mentions.put(mention);
		}
	},
	async (database, upgrade) => {
		const sponsors = database.createObjectStore("sponsors", { keyPath: "id" });
		sponsors.createIndex("draft", "draftId");
		sponsors.createIndex("number", "number");
		sponsors.createIndex("date", "issueDate");
		upgrade.objectStore("items").createIndex("deleted", "deletedAt");
		await bookedSponsors(upgrade);
		upgrade.objectStore("drafts").createIndex("standing", ["publishedTime", "deletedAt"]);
	},
	async (_database, upgrade) => {
		await issuesInParts(upgrade);
		const archive = upgrade.objectStore("archive");
		archive.createIndex("sortKey", "sortKey");
		archive.createIndex("path", "path");
		archive.createIndex("read", "readAt");
	},
	(_database, upgrade) => stylesWithPatterns(upgrade),
	(database) => {
		database.createObjectStore("outbox", { keyPath: ["kind", "id"] });
		database.createObjectStore("conflicts", { keyPath: "id" });
		database.createObjectStore("sharing");
	},
];
