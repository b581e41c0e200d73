import { documentId } from "../../data/search/documents.ts";
import { hashOf } from "../app/route.ts";

/** An archived issue, and maybe one of its items, by its place among them. */
interface ArchivedPlace {
	issueId: string;
	at: number | null;
}

/** The ways an archived issue is shown: as a reader gets it, and as it is written. */
export type ArchivedMode = "reading" | "markdown";

/** The address of an item in an archived issue. */
export function hashOfItem(issueId: string, at: number): string {
	return hashOf("archive", documentId(issueId, at));
}

/** What the rest of an address of the archive leads to, as `ID` or `ID#4`. */
export function archivedPlace(detail: string): ArchivedPlace {
	const found = /^(.+)#(\d+)$/.exec(detail);
	if (!found) return { issueId: detail, at: null };
	return { issueId: found[1] ?? "", at: Number(found[2]) };
}
