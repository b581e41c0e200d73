import { readTransaction } from "../../src/data/db/read-transaction.ts";
import type { SponsorRecord } from "../../src/data/db/records.ts";
import { sponsorsAheadFrom } from "../../src/data/sponsors/sponsors-ahead.ts";

/** Every sponsor that has not run. */
export async function sponsorsAhead(): Promise<SponsorRecord[]> {
	return sponsorsAheadFrom(await readTransaction(["sponsors", "drafts"]));
}
