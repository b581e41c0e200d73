import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { learnArchive } from "../../../src/data/suggestion/learn-archive.ts";
import { keepLearning } from "../../../src/options/archive/section-learning.ts";
import type { FromLearning } from "../../../src/workers/learning.ts";
import { archived } from "../../data/archived.ts";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";

beginWithEmptyDatabase();

// Only the timers of Galley are faked, and `vi.waitFor` advances them. The database uses immediates.
beforeEach(() => {
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

const ends: (() => void)[] = [];
afterEach(() => {
	vi.useRealTimers();
	for (const end of ends.splice(0)) end();
	vi.restoreAllMocks();
});

/** A worker that learns like the real one, and is counted. */
function fakeWorkers() {
	const counts = { started: 0, ended: 0 };
	const start = (onMessage: (message: FromLearning) => void) => {
		counts.started += 1;
		return {
			post: () => void learnArchive().then(() => onMessage({ learned: true })),
			end: () => {
				counts.ended += 1;
			},
		};
	};
	return { counts, start };
}

test("The archive is learned when it has not changed for a moment, however it has grown", async () => {
	const { counts, start } = fakeWorkers();
	ends.push(keepLearning(start));
	for (const number of [1, 2, 3]) await archived(number, [["News", "", "https://a.example"]]);
	await vi.waitFor(() => expect(counts).toEqual({ started: 1, ended: 1 }));
	await archived(4, [["News", "", "https://a.example"]]);
	await vi.waitFor(() => expect(counts).toEqual({ started: 2, ended: 2 }));
});

test("No worker is started for an archive that has been learned", async () => {
	await archived(1, [["News", "", "https://a.example"]]);
	await learnArchive();
	const { counts, start } = fakeWorkers();
	ends.push(keepLearning(start));
	await vi.advanceTimersByTimeAsync(10_000);
	// What the timer began reads the database, which answers in a few turns.
	for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
	expect(counts.started).toBe(0);
});

test("The progress of parsing the archive again is told until it ends", async () => {
	await archived(1, [["News", "", "https://a.example"]]);
	const told: unknown[] = [];
	ends.push(
		keepLearning(
			(onMessage) => ({
				post: () => {
					onMessage({ read: 50, of: 120 });
					onMessage({ learned: true });
				},
				end: () => {},
			}),
			(progress) => told.push(progress),
		),
	);
	await vi.waitFor(() => expect(told.slice(-2)).toEqual([{ read: 50, of: 120 }, null]));
});

test("A worker that fails is ended, and the error can be read", async () => {
	const printed = vi.spyOn(console, "error").mockImplementation(() => {});
	const end = vi.fn();
	ends.push(
		keepLearning((_hear, fail) => ({
			post: () => fail({ name: "", message: "out of memory" }),
			end,
		})),
	);
	await vi.waitFor(() => expect(end).toHaveBeenCalledOnce());
	expect(printed).toHaveBeenCalledOnce();
});
