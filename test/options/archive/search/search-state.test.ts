import { signal } from "@preact/signals";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../../src/core/house-style/ready-made-styles.ts";
import { overviewOf } from "../../../../src/core/statistics/overview.ts";
import type { Stored } from "../../../../src/options/app/stored.ts";
import {
	createSearchState,
	type SearchState,
} from "../../../../src/options/archive/search/search-state.ts";
import type { FromSearch, Question, ToSearch } from "../../../../src/workers/search.ts";

const importing = signal(false);
let posted: ToSearch[];
let tell: (message: FromSearch) => void;
let searchState: SearchState;
let stop: () => void;

const questions = () => posted.filter((message): message is Question => "ask" in message);
const follows = () => posted.filter((message) => "follow" in message).length;
const answerTo = (ask: number, total = 0) => tell({ ask, draft: [], archive: [], total });

beforeEach(() => {
	posted = [];
	importing.value = false;
	const stored = {
		draft: signal({ number: 5, issueDate: "2021-01-01" }),
		items: signal([]),
		style: signal(DEFAULT_HOUSE_STYLE),
	} as unknown as Stored;
	searchState = createSearchState(
		stored,
		(onMessage) => {
			tell = onMessage;
			return { post: (message) => posted.push(message), end: () => {} };
		},
		() => importing.value,
	);
	stop = searchState.follow();
	return () => stop();
});

describe("The search", () => {
	test("asks nothing without words or a filter, and then removes the answer", () => {
		expect(questions()).toEqual([]);
		searchState.type("a");
		answerTo(questions()[0]?.ask ?? 0, 3);
		expect(searchState.answer.value?.total).toBe(3);
		searchState.type(" ");
		expect(searchState.answer.value).toBeNull();
		searchState.choose({ section: "News" });
		expect(questions().at(-1)).toMatchObject({ words: " ", filter: { section: "News", year: "" } });
	});

	test("asks one query at a time, and then only the last of those typed meanwhile", () => {
		for (const words of ["q", "qu", "que", "queu"]) searchState.type(words);
		expect(questions().map(({ words }) => words)).toEqual(["q"]);
		answerTo(questions()[0]?.ask ?? 0);
		expect(questions().map(({ words }) => words)).toEqual(["q", "queu"]);
	});

	test("shows no answer to a query that has been removed meanwhile", () => {
		searchState.type("q");
		const { ask = 0 } = questions()[0] ?? {};
		searchState.type("");
		answerTo(ask, 3);
		expect(searchState.answer.value).toBeNull();
	});

	test("shows more on request, and starts again with another query", () => {
		searchState.type("q");
		answerTo(questions()[0]?.ask ?? 0);
		searchState.more();
		expect(questions().at(-1)?.count).toBe(40);
		answerTo(questions().at(-1)?.ask ?? 0);
		searchState.type("r");
		expect(questions().at(-1)?.count).toBe(20);
	});

	test("asks again when the archive has been read again", () => {
		searchState.type("q");
		answerTo(questions()[0]?.ask ?? 0);
		tell({ indexed: 3, of: 9 });
		expect(searchState.indexing.value).toMatchObject({ indexed: 3, of: 9 });
		tell({ ready: overviewOf([]) });
		expect(searchState.indexing.value).toBeNull();
		expect(questions()).toHaveLength(2);
	});

	test("follows the archive during an import, and has the index stored after it", async () => {
		tell({ ready: overviewOf([]) });
		importing.value = true;
		await vi.waitFor(() => expect(follows()).toBe(2), 3_000);
		expect(posted.at(-1)).toEqual({ follow: true, keep: false });
		tell({ ready: overviewOf([]) });
		importing.value = false;
		await vi.waitFor(() => expect(follows()).toBe(3), 3_000);
		expect(posted.at(-1)).toEqual({ follow: true, keep: true });
	});

	test("does not follow the archive again before the last time has finished", async () => {
		importing.value = true;
		await new Promise((resolve) => setTimeout(resolve, 1_200));
		expect(follows()).toBe(1);
		tell({ ready: overviewOf([]) });
		await vi.waitFor(() => expect(follows()).toBe(2), 3_000);
	});

	test("shows the overview of the archive before the index is ready", () => {
		tell({ known: { ...overviewOf([]), issues: 7 } });
		expect(searchState.overview.value?.issues).toBe(7);
		expect(questions()).toEqual([]);
	});

	test("reports an error, and can be used again", () => {
		searchState.type("q");
		tell({ failed: { name: "TypeError", message: "no index" } });
		expect(searchState.failure.value).toEqual({
			key: "optionsSearchFailed",
			values: ["no index."],
		});
		searchState.type("qu");
		expect(questions()).toHaveLength(2);
	});
});
