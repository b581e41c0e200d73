/** An X display for tests that are not possible headless. */
import { once } from "node:events";
import type { Readable } from "node:stream";
import { startProcess } from "./process.ts";

/**
 * Uses the existing display, or starts Xvfb and sets `DISPLAY` to its display.
 * Undefined if there is neither.
 */
export async function startDisplay(): Promise<{ close(): void } | undefined> {
	if (process.env.DISPLAY) return { close: () => {} };
	if (process.platform !== "linux") return undefined;
	const running = startProcess(
		"Xvfb",
		["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
		{ stdio: ["ignore", "ignore", "pipe", "pipe"] },
	);
	const numbers = running.child.stdio[3] as Readable | null;
	if (!numbers) return undefined;
	try {
		// Xvfb chooses a free number, and reports it when it is ready.
		const [chunk] = await running.guard(once(numbers, "data"));
		process.env.DISPLAY = `:${String(chunk).trim()}`;
	} catch {
		return undefined;
	}
	return {
		close: () => {
			delete process.env.DISPLAY;
			void running.kill();
		},
	};
}
