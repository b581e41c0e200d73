import { type ReadonlySignal, signal } from "@preact/signals";
import { expect, vi } from "vitest";
import { createDesk, type Desk } from "../../src/options/app/desk.ts";
import type { DeskEnvironment } from "../../src/options/app/desk-environment.ts";
import { mapStorage } from "./map-storage.ts";

/** A desk without a page, which has read the draft. Call `end` after the test. */
export async function openDesk(
	shown: ReadonlySignal<string | null> = signal(null),
	parts: Partial<DeskEnvironment> = {},
): Promise<{ desk: Desk; end(): void }> {
	const environment = {
		download: vi.fn(),
		copy: vi.fn(),
		shortcuts: async () => ({}),
		storage: mapStorage(),
		...parts,
	};
	const desk = createDesk(environment, shown);
	const end = desk.start();
	await vi.waitFor(() => expect(desk.stored.draft.value).not.toBeNull());
	return { desk, end };
}
