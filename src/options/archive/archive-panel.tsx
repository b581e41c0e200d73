import type { Desk } from "../state/desk.ts";

export function ArchivePanel(_: { desk: Desk; id: string }) {
	return null;
}
