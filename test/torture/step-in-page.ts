import type { HistoryEntry } from "../../src/data/db/records.ts";

/** An action on the options page. `item` is the id of an item that the page shows. */
export type Step =
	| { kind: "add"; section: string }
	| { kind: "note"; item: string; text: string; leave: boolean }
	| { kind: "move"; item: string; direction: "Move up" | "Move down" }
	| { kind: "delete"; item: string }
	| { kind: "write"; field: "Intro" | "Footer"; text: string }
	| { kind: "import"; files: readonly { name: string; text: string }[] }
	| { kind: "undo" };

/** What the page shows when it says that the step is done. */
export interface Shown {
	/** Id of the added item. */
	added: string | null;
	/** Ids of the items, in order, by the heading of their section; empty after an import. */
	order: Record<string, string[]>;
}

/**
 * Runs in an options page, which may be in the background. Takes one step with the page's own controls, and
 * resolves when the page says *Saved* or shows the report of the import. Rejects if a control is missing,
 * or if the page says that something was not saved.
 */
export async function takeStep(step: Step): Promise<Shown> {
	/** Waits for a turn of the event loop. Timers are too slow in background pages. */
	const turn = () =>
		new Promise<void>((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve();
			port2.postMessage(null);
		});
	const words = (element: Element | null) => (element?.textContent ?? "").trim();
	const need = <T>(found: T | null | undefined, what: string): T => {
		if (found === null || found === undefined) throw new Error(`The page has no ${what}`);
		return found;
	};
	const button = (within: ParentNode, name: string) =>
		[...within.querySelectorAll("button")].find(
			(each) => (each.getAttribute("aria-label") ?? words(each)) === name,
		);
	const region = (heading: string) =>
		need(
			[...document.querySelectorAll("section")].find(
				(each) => words(each.querySelector("h2, h3")) === heading,
			),
			`section ${heading}`,
		);
	const itemCalled = async (id: string) => {
		const found = () => document.querySelector(`[data-item="${id}"]`);
		// An item that another page has restored appears after a moment.
		const timeout = new Promise((resolve) => setTimeout(resolve, 5_000));
		await Promise.race([comesTrue(() => found() !== null), timeout]);
		return need(found(), `item ${id}`);
	};
	const field = (within: ParentNode, label: string) =>
		need(
			[...within.querySelectorAll("label")].find((each) => words(each) === label)?.control as
				| HTMLTextAreaElement
				| undefined,
			`field ${label}`,
		);
	const type = (into: HTMLTextAreaElement, text: string) => {
		const prototype = Object.getPrototypeOf(into);
		// The setter of the prototype, because frameworks may define their own setter on the element.
		Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(into, text);
		into.dispatchEvent(new Event("input", { bubbles: true }));
	};

	/** Resolves when `holds` is true. It is checked whenever the page changes. */
	const comesTrue = (holds: () => boolean) =>
		new Promise<void>((resolve, reject) => {
			const look = () => {
				try {
					if (!holds()) return;
				} catch (error) {
					watching.disconnect();
					return reject(error);
				}
				watching.disconnect();
				resolve();
			};
			const watching = new MutationObserver(look);
			watching.observe(document.body, { subtree: true, childList: true, characterData: true });
			look();
		});
	const saved = async () => {
		// The page must first show that the work is in progress.
		await turn();
		await turn();
		await comesTrue(() => {
			const failure = document.querySelector(".saved.failed, [role=alert]");
			if (failure) throw new Error(`The page says: ${words(failure)}`);
			return [...document.querySelectorAll("[role=status]")].some(
				(each) => words(each) === "Saved",
			);
		});
	};

	if (step.kind !== "import" && !button(document, "Publish")) {
		location.hash = "#/";
		await comesTrue(() => button(document, "Publish") !== undefined);
	}
	let added: string | null = null;
	if (step.kind === "add") {
		need(button(region(step.section), "Add item"), "button Add item").click();
		await saved();
		const open = [...region(step.section).querySelectorAll("[data-item]")].filter((each) =>
			button(each, "Done"),
		);
		added = need(open[0]?.getAttribute("data-item"), "item that is open");
	} else if (step.kind === "note") {
		const item = await itemCalled(step.item);
		button(item, "Edit")?.click();
		await turn();
		const note = field(item, "Note");
		type(note, step.text);
		if (step.leave) note.dispatchEvent(new FocusEvent("blur"));
		await saved();
	} else if (step.kind === "move" || step.kind === "delete") {
		const name = step.kind === "move" ? step.direction : "Delete";
		need(button(await itemCalled(step.item), name), `button ${name}`).click();
		await saved();
	} else if (step.kind === "write") {
		type(field(document, step.field), step.text);
		await saved();
	} else if (step.kind === "undo") {
		need(button(document, "Undo"), "button Undo").click();
		await saved();
	} else {
		location.hash = "#/archive";
		await comesTrue(
			() => document.querySelector("input[type=file]:not([webkitdirectory])") !== null,
		);
		const files = new DataTransfer();
		for (const { name, text } of step.files) {
			files.items.add(new File([text], name, { type: "text/markdown" }));
		}
		const picker = document.querySelector<HTMLInputElement>(
			"input[type=file]:not([webkitdirectory])",
		);
		if (picker) picker.files = files.files;
		picker?.dispatchEvent(new Event("change", { bubbles: true }));
		// The report of the last import must be removed first.
		await turn();
		await turn();
		await comesTrue(() => {
			const failure = document.querySelector("[role=alert]");
			if (failure) throw new Error(`The page says: ${words(failure)}`);
			return /^\d+ issues? added/.test(words(document.querySelector(".import .outcome")));
		});
	}

	const order: Record<string, string[]> = {};
	for (const section of document.querySelectorAll("section")) {
		const items = [...section.querySelectorAll("[data-item]")];
		if (button(section, "Add item") === undefined) continue;
		order[words(section.querySelector("h2, h3"))] = items.map(
			(item) => item.getAttribute("data-item") ?? "",
		);
	}
	return { added, order };
}

/** Runs in a page of Galley. Resolves to the change that Undo would take back, or null. */
export async function lastChange(): Promise<HistoryEntry | null> {
	const answer = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const database = await answer(indexedDB.open("galley"));
	const entries = await answer<HistoryEntry[]>(
		database.transaction("history").objectStore("history").getAll(),
	);
	database.close();
	return entries.filter(({ undone }) => !undone).at(-1) ?? null;
}
