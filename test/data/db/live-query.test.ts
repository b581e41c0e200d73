import { signal } from "@preact/signals";
import { afterEach, describe, expect, test, vi } from "vitest";
import { announce, type StoreName } from "../../../src/data/db/changes.ts";
import { type LiveQuery, liveQuery } from "../../../src/data/db/live-query.ts";

const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0)) end();
	vi.restoreAllMocks();
});

function followed<T>(query: LiveQuery<T>): LiveQuery<T> {
	ends.push(query.follow());
	return query;
}

/** Announces a change as another page does. */
function changeElsewhere(...stores: StoreName[]): void {
	const channel = new BroadcastChannel("galley-changes");
	channel.postMessage({ stores, page: "another", count: 1 });
	channel.close();
}

/** Waits long enough for every announcement to arrive. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

/** A read function whose results are given by the test, one after the other. */
function heldReading() {
	const answers: ((value: string) => void)[] = [];
	const read = vi.fn(() => new Promise<string>((resolve) => answers.push(resolve)));
	return { read, answer: (value: string) => answers.shift()?.(value) };
}

describe("A live query", () => {
	test("is read when following begins, and again when any page changes its stores", async () => {
		let stored = "a";
		const read = vi.fn(async () => stored);
		const { data } = followed(liveQuery(["items"], read));
		await vi.waitFor(() => expect(data.value).toBe("a"));
		stored = "b";
		changeElsewhere("settings", "items");
		await vi.waitFor(() => expect(data.value).toBe("b"));
		changeElsewhere("settings");
		await settled();
		expect(read).toHaveBeenCalledTimes(2);
	});

	test("is no longer read after following ends", async () => {
		const read = vi.fn(async () => "a");
		const end = liveQuery(["items"], read).follow();
		await settled();
		end();
		changeElsewhere("items");
		await settled();
		expect(read).toHaveBeenCalledOnce();
	});

	test("is not read again for a change of this page that has already been read", async () => {
		const read = vi.fn(async () => "a");
		const query = followed(liveQuery(["items"], read));
		await settled();
		announce(["items"]);
		await query.refresh();
		await settled();
		expect(read).toHaveBeenCalledTimes(2);
		announce(["items"]);
		await settled();
		expect(read).toHaveBeenCalledTimes(3);
	});

	test("is read once more after several changes during a read", async () => {
		const { read, answer } = heldReading();
		const { data } = followed(liveQuery(["items"], read));
		for (let change = 0; change < 20; change += 1) changeElsewhere("items");
		await settled();
		expect(read).toHaveBeenCalledOnce();
		answer("before");
		await settled();
		expect(read).toHaveBeenCalledTimes(2);
		answer("after");
		await settled();
		expect(data.value).toBe("after");
		expect(read).toHaveBeenCalledTimes(2);
	});

	test("waits between two reads if a pause is set", async () => {
		const read = vi.fn(async () => "a");
		followed(liveQuery(["items"], read, { pause: 150 }));
		await settled();
		for (let change = 0; change < 20; change += 1) changeElsewhere("items");
		await settled();
		expect(read).toHaveBeenCalledOnce();
		await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
	});

	test("drops the result for a key that is no longer the current one", async () => {
		const asked = signal("one");
		const { read, answer } = heldReading();
		const seen: (string | null)[] = [];
		const { data } = followed(liveQuery(["items"], read, { key: () => asked.value }));
		ends.push(data.subscribe((value) => seen.push(value)));
		asked.value = "two";
		answer("of one");
		await settled();
		answer("of two");
		await settled();
		expect(read.mock.calls).toEqual([["one"], ["two"]]);
		expect(seen).toEqual([null, "of two"]);
	});

	test("resolves a refresh when everything stored before it has been read", async () => {
		let stored = "before";
		const query = liveQuery(["items"], async () => {
			const now = stored;
			await settled();
			return now;
		});
		const first = query.refresh();
		stored = "after";
		await query.refresh();
		expect(query.data.value).toBe("after");
		await first;
	});

	test("keeps the same object as long as its content is the same", async () => {
		const query = liveQuery(["items"], async () => ({ words: ["a", "b"] }));
		await query.refresh();
		const before = query.data.value;
		await query.refresh();
		expect(query.data.value).toBe(before);
	});

	test("keeps its data when a read fails, reports the error, and can be read again", async () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		let fails = false;
		const query = followed(
			liveQuery(["items"], async () => {
				if (fails) throw new Error("on purpose");
				return "a";
			}),
		);
		await settled();
		fails = true;
		announce(["items"]);
		await vi.waitFor(() => expect(query.error.value).toEqual(new Error("on purpose")));
		expect(query.data.value).toBe("a");
		fails = false;
		announce(["items"]);
		await vi.waitFor(() => expect(query.error.value).toBeNull());
	});
});
