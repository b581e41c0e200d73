import type { Desk } from "../state/desk.ts";

export function StylePanel(_: { desk: Desk }) {
	return null;
}
