import { database } from "../db/database.ts";

/** How many changes have not been sent to the shared branch yet; 0 while drafts are not shared. */
export async function countUnshared(): Promise<number> {
	return (await database()).count("outbox");
}
