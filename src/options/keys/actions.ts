import { effect, type ReadonlySignal } from "@preact/signals";
import { SHELF } from "../../data/db/records.ts";
import { markdown } from "../../export/markdown.ts";
import { sentence } from "../../sentences/sentence.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf, type Panel, type Route } from "../app/route.ts";
import { goToField } from "../draft/go-to-field.ts";
import type { ItemList } from "../draft/order/item-list.ts";
import type { Field } from "../fields/field.ts";
import { fieldKey } from "../fields/field-ref.ts";
import { afterRender, focusAfterwards, focusById, focusOnceThere } from "../ui/focus.ts";
import type { KeyActions, KeyContext } from "./listen.ts";
import { isBrowsersUndo, isTextField, typingBegins } from "./native-undo.ts";
import { focusInNew } from "./typed-ahead.ts";

/** The action of each key on the open panel. */
export function createActions(
	desk: Desk,
	route: ReadonlySignal<Route>,
	showKeys: () => void,
): KeyActions {
	const { items, stored } = desk;

	function list(): ItemList | null {
		const { panel } = route.peek();
		return panel === "draft" || panel === "shelf" ? desk.lists[panel] : null;
	}

	/** Runs an action on the list of the panel, if there is one. */
	const onList = (act: (list: ItemList, spot: KeyContext) => unknown) => (spot: KeyContext) => {
		const here = list();
		return here ? act(here, spot) : false;
	};

	/** Runs an action on the selection, or else on the item with the focus. */
	const onItems = (act: (ids: readonly string[], list: ItemList, spot: KeyContext) => unknown) =>
		onList((here, spot) => {
			const selected = here.selection.ids.peek();
			// While a person types in an item, the key applies to that item.
			const ids = selected.length > 0 && !spot.inField ? selected : spot.item ? [spot.item] : [];
			return ids.length > 0 ? act(ids, here, spot) : false;
		});

	const all = ({ order }: ItemList) => order.peek().flatMap(({ items: ids }) => ids);

	/** The item that is `by` steps away. From outside the list, the last one that had the focus. */
	function stepFrom(here: ItemList, item: string | null, by: number): string | undefined {
		const ids = all(here);
		if (item !== null) return ids[ids.indexOf(item) + by];
		const last = items.current.peek();
		return last !== null && ids.includes(last) ? last : ids[0];
	}

	const goTo = (id: string | undefined) => {
		if (id !== undefined) document.getElementById(`item-${id}`)?.focus();
	};

	const go = (by: number) => onList((here, { item }) => goTo(stepFrom(here, item, by)));

	const extend = (by: number) =>
		onList(({ selection, ...here }, { item }) => {
			if (item === null) return false;
			const next = stepFrom({ selection, ...here }, item, by);
			if (!selection.any.peek()) selection.toggle(item);
			if (next === undefined) return;
			selection.extendTo(next);
			goTo(next);
		});

	const to = (panel: Panel) => () => {
		location.hash = hashOf(panel);
	};

	/** Exports, copies or publishes, on the draft panel only. The field that prevents it gets the focus. */
	const out = (way: () => Promise<Field | null>) => () => {
		if (route.peek().panel !== "draft") return false;
		const focus = focusAfterwards();
		void way().then((wrong) => wrong && goToField(desk, wrong.ref, focus));
	};

	return {
		next: go(1),
		previous: go(-1),
		first: onList((here) => goTo(all(here)[0])),
		last: onList((here) => goTo(all(here).at(-1))),
		search() {
			location.hash = hashOf("archive");
			focusOnceThere("search-words");
			// The panel reads the archive after it opens, and has no search field if the archive is empty.
			void whenKnown(desk.archive.issues).then((issues) => {
				if (issues.length === 0) desk.showNotice(sentence("optionsSearchNoArchive"));
			});
		},
		keys: showKeys,
		toDraft: to("draft"),
		toArchive: to("archive"),
		toSponsors: to("sponsors"),
		toShelf: to("shelf"),
		toStyle: to("style"),
		toSettings: to("settings"),
		copyMarkdown: out(() => desk.publishing.copy(markdown)),
		exportMarkdown: out(() => desk.publishing.download(markdown)),
		edit: onList((_, { item }) => {
			if (item === null) return false;
			items.open(item);
			void focusById(fieldKey({ of: "item", id: item, part: "note" }));
		}),
		openPage: onList((_, { item }) => {
			const link = document.getElementById(`item-${item}-page`);
			if (!link) return false;
			link.click();
		}),
		fold: onList(({ selection }, { item, inField }) => {
			if (item !== null && items.isOpen(item) && !items.allOpen.peek()) {
				items.close(item);
				void afterRender().then(() => goTo(item));
			} else if (item !== null && inField) {
				goTo(item);
			} else if (selection.any.peek()) {
				selection.clear();
				desk.showNotice(sentence("optionsSelectionCleared"));
			} else {
				return false;
			}
		}),
		up: onItems((ids) => void items.move(ids, "up")),
		down: onItems((ids) => void items.move(ids, "down")),
		sectionUp: onItems((ids) => void items.moveToSection(ids, "up")),
		sectionDown: onItems((ids) => void items.moveToSection(ids, "down")),
		moveMenu: onItems((ids, here, { item }) => {
			here.openMenu({ ids, anchor: item ? `item-${item}` : "selection-move" });
		}),
		shelve: onItems((ids, here) => {
			const into = here.name === "draft" ? SHELF : stored.currentDraft.peek();
			if (into !== null) void items.send(ids, into);
		}),
		delete: onItems((ids) => void items.delete(ids)),
		add: onList(({ name, order }, { item }) => {
			if (name !== "draft") return false;
			const here = order.peek().find(({ items: ids }) => item !== null && ids.includes(item));
			const { section } = here ?? order.peek()[0] ?? {};
			if (section === undefined) return false;
			void focusInNew(
				() => items.add(section),
				(id) => fieldKey({ of: "item", id, part: "note" }),
				desk.keepText,
			);
		}),
		select: onList(({ selection }, { item }) => {
			if (item === null) return false;
			selection.toggle(item);
		}),
		extendDown: extend(1),
		extendUp: extend(-1),
		selectSection: onList(({ selection, order }, { item }) => {
			const here = order.peek().find(({ items: ids }) => item !== null && ids.includes(item));
			if (!here) return false;
			selection.toggleSection(here.section);
		}),
		undo({ target }) {
			if (isBrowsersUndo(target, "undo")) return false;
			// From here on Galley undoes changes in this field, and Redo follows.
			if (isTextField(target)) typingBegins(target);
			void desk.undo();
		},
		redo({ target }) {
			if (isBrowsersUndo(target, "redo")) return false;
			void desk.redo();
		},
	};
}

/** Resolves to the value of a signal as soon as it is not null. */
function whenKnown<T>(signal: ReadonlySignal<T | null>): Promise<T> {
	return new Promise((resolve) => {
		const end = effect(() => {
			const { value } = signal;
			if (value === null) return;
			resolve(value);
			queueMicrotask(() => end());
		});
	});
}
