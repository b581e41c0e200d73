import { documentId } from "../../data/search/documents.ts";
import { hashOf } from "../app/route.ts";

/** An archived issue, and possibly the index of one of its items. */
interface ArchivedPlace {
	issueId: string;
	at: number | null;
}

/** The ways to show an archived issue: as a reader gets it, or as markdown. */
export type ArchivedMode = "reading" | "markdown";

/** The address of an item in an archived issue. */
export function hashOfItem(issueId: string, at: number): string {
	return hashOf("archive", documentId(issueId, at));
}

/** Parses the rest of an archive address: `ID` or `ID#4`. */
export function archivedPlace(detail: string): ArchivedPlace {
	const found = /^(.+)#(\d+)$/.exec(detail);
	if (!found) return { issueId: detail, at: null };
	return { issueId: found[1] ?? "", at: Number(found[2]) };
}
