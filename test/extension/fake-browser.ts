import { vi } from "vitest";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };

interface Entry {
	id: string;
	title: string;
	contexts: string[];
}

interface Injection {
	func?(...args: never[]): unknown;
	files?: string[];
	args?: unknown[];
	injectImmediately?: boolean;
}

/**
 * An in-memory version of the browser's interface for extensions, as far as Galley uses it. Use it as
 *
 *     vi.mock("webextension-polyfill", async () => (await import("./fake-browser.ts")).mock());
 */
export const fake = {
	entries: [] as Entry[],
	session: {} as Record<string, unknown>,
	/** Badge texts by tab, `null` for every tab without a text of its own. */
	badge: new Map<number | null, string>(),
	/** Tooltips by tab, `null` as above. */
	titles: new Map<number | null, string>(),
	/** The contexts for menus that the browser supports, as its API lists them. */
	contexts: { PAGE: "page" } as Record<string, string>,
	/** Whether the worker is stopped before it can create a menu entry. */
	stopped: false,
	/**
	 * Whether pages have not loaded yet. Injected scripts then wait, unless they are injected immediately.
	 */
	loading: false,
	/**
	 * The answer of pages to an injected function, or to a file given by its path. By default, pages do not
	 * allow scripts.
	 */
	inject: (_script: string | ((...args: never[]) => unknown), _args: unknown[]): unknown => {
		throw new Error("Cannot access contents of the page.");
	},
};

export function resetFake(): void {
	fake.entries = [];
	fake.session = {};
	fake.badge.clear();
	fake.titles.clear();
	fake.contexts = { PAGE: "page" };
	fake.loading = false;
	fake.stopped = false;
	fake.inject = () => {
		throw new Error("Cannot access contents of the page.");
	};
	vi.stubGlobal("navigator", { ...globalThis.navigator, locks: turns() });
}

/** The part of the Web Locks API that Galley uses, for Node versions without it. */
function turns() {
	let last: Promise<unknown> = Promise.resolve();
	return {
		request(_name: string, work: () => Promise<unknown>) {
			const turn = last.then(work, work);
			last = turn;
			return turn;
		},
	};
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 1));

export function mock() {
	const events = { addListener: vi.fn() };
	return {
		default: {
			i18n: {
				getUILanguage: () => "en",
				getMessage: (key: keyof typeof messages, values: string[] = []) =>
					(messages[key]?.message ?? "").replace(/\$(\d)/g, (_, place) => values[place - 1] ?? ""),
			},
			contextMenus: {
				onClicked: events,
				get ContextType() {
					return fake.contexts;
				},
				async removeAll() {
					await soon();
					fake.entries = [];
				},
				create(entry: Entry, done: () => void) {
					if (fake.stopped) throw new Error("The worker was stopped.");
					fake.entries.push(entry);
					setTimeout(done, 1);
				},
			},
			storage: {
				session: {
					async get(key: string | null) {
						await soon();
						return key === null ? { ...fake.session } : { [key]: fake.session[key] };
					},
					async remove(key: string) {
						await soon();
						delete fake.session[key];
					},
					async set(values: Record<string, unknown>) {
						await soon();
						Object.assign(fake.session, values);
					},
				},
			},
			action: {
				async setBadgeText({ tabId, text }: { tabId?: number; text: string | null }) {
					if (text === null) fake.badge.delete(tabId ?? null);
					else fake.badge.set(tabId ?? null, text);
				},
				getBadgeText: async ({ tabId }: { tabId: number }) =>
					fake.badge.get(tabId) ?? fake.badge.get(null) ?? "",
				async setBadgeBackgroundColor() {},
				async setBadgeTextColor() {},
				async setTitle({ tabId = null, title }: { tabId?: number | null; title: string | null }) {
					if (title === null) fake.titles.delete(tabId);
					else fake.titles.set(tabId, title);
				},
			},
			scripting: {
				executeScript: async ({ func, files = [], args = [], ...rest }: Injection) => {
					const { injectImmediately = false } = rest;
					if (fake.loading && !injectImmediately) await new Promise(() => {});
					return [{ result: await fake.inject(func ?? files[0] ?? "", args) }];
				},
			},
			runtime: { id: "galley", onMessage: events, lastError: undefined },
		},
	};
}
