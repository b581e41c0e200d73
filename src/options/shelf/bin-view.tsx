import { useSignal } from "@preact/signals";
import { issueLabel } from "../../core/archive/issue-label.ts";
import { SHELF } from "../../data/db/records.ts";
import { formatDay, formatTime, translate, translateCount } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { ItemSummary } from "../draft/items/item-summary.tsx";
import { Alert } from "../ui/alert.tsx";
import { afterRender } from "../ui/focus.ts";
import type { BinDraft, BinItem } from "./bin.ts";

/** This many are shown at first, and more on request. */
const FIRST = 50;

/** What was deleted recently, with buttons that restore it. */
export function BinView({ desk }: { desk: Desk }) {
	const { bin } = desk;
	const chosen = useSignal<ReadonlySet<string>>(new Set());
	const shown = useSignal(FIRST);
	const items = bin.items.value;
	const drafts = bin.drafts.value;
	const failure = bin.failure.value;
	const ids = (items ?? []).map(({ item }) => item.id).filter((id) => chosen.value.has(id));

	function choose(id: string): void {
		const now = new Set(chosen.value);
		if (!now.delete(id)) now.add(id);
		chosen.value = now;
	}

	/** Restores something from the bin. The next entry in the list gets the focus. */
	async function putBack(gone: readonly string[], work: () => Promise<void>): Promise<void> {
		const list = [
			...drafts.map(({ draft }) => draft.id),
			...(items ?? []).map(({ item }) => item.id),
		];
		const last = list.indexOf(gone.at(-1) ?? "");
		await work();
		chosen.value = new Set([...chosen.value].filter((id) => !gone.includes(id)));
		await afterRender();
		if (document.activeElement !== document.body && document.activeElement !== null) return;
		const stays = [...list.slice(last + 1), ...list.slice(0, last).reverse()].find((id) =>
			document.getElementById(`bin-${id}`),
		);
		(document.getElementById(`bin-${stays}`) ?? document.getElementById("bin-heading"))?.focus();
	}

	return (
		<section class="bin" aria-labelledby="bin-heading">
			<header>
				<h2 id="bin-heading" tabIndex={-1}>
					{translate("optionsBin")}
				</h2>
				{ids.length > 0 && (
					<button type="button" onClick={() => void putBack(ids, () => bin.putBack(ids))}>
						{translateCount("optionsPutBackSelected", ids.length)}
					</button>
				)}
			</header>
			<Alert sentence={failure} />
			<p class="hint">
				{items &&
					translate(items.length + drafts.length > 0 ? "optionsBinLead" : "optionsBinEmpty")}
			</p>
			<ul>
				{drafts.map((entry) => (
					<DraftInBin
						key={entry.draft.id}
						entry={entry}
						putBack={() => putBack([entry.draft.id], () => bin.putBackDraft(entry.draft.id))}
					/>
				))}
				{items?.slice(0, shown.value).map((entry) => (
					<ItemInBin
						key={entry.item.id}
						entry={entry}
						chosen={chosen.value.has(entry.item.id)}
						choose={() => choose(entry.item.id)}
						putBack={() => putBack([entry.item.id], () => bin.putBack([entry.item.id]))}
					/>
				))}
			</ul>
			{items && items.length > shown.value && (
				<button
					type="button"
					onClick={() => {
						shown.value += FIRST;
					}}
				>
					{translate("optionsBinMore")}
				</button>
			)}
		</section>
	);
}

interface ItemInBinProps {
	entry: BinItem;
	chosen: boolean;
	choose(): void;
	putBack(): Promise<void>;
}

function ItemInBin({ entry: { item, from }, chosen, choose, putBack }: ItemInBinProps) {
	const summary = `bin-${item.id}-summary`;
	return (
		<li class={chosen ? "selected" : undefined}>
			<label class="select">
				<input
					type="checkbox"
					checked={chosen}
					aria-label={translate("optionsSelect")}
					aria-describedby={summary}
					onChange={choose}
				/>
			</label>
			<div class="summary" id={summary}>
				<ItemSummary item={item} />
				<p class="when">{whenAndWhere(item.deletedAt ?? 0, from)}</p>
			</div>
			<button
				type="button"
				id={`bin-${item.id}`}
				aria-describedby={summary}
				onClick={() => void putBack()}
			>
				{translate("optionsPutBack")}
			</button>
		</li>
	);
}

function DraftInBin({ entry, putBack }: { entry: BinDraft; putBack(): Promise<void> }) {
	const { draft, count } = entry;
	const summary = `bin-${draft.id}-summary`;
	return (
		<li>
			<div class="summary" id={summary}>
				<p class="note">
					{draft.sample
						? translate("optionsDraftSample")
						: translate("optionsDraftOf", issueLabel(draft))}
				</p>
				<p class="when">
					{draft.issueDate && `${formatDay(draft.issueDate)} · `}
					{translateCount("optionsItems", count)} ·{" "}
					{translate("optionsBinItemSomewhere", formatTime(draft.deletedAt))}
				</p>
			</div>
			<button
				type="button"
				id={`bin-${draft.id}`}
				aria-describedby={summary}
				onClick={() => void putBack()}
			>
				{translate("optionsPutBack")}
			</button>
		</li>
	);
}

function whenAndWhere(deletedAt: number, from: BinItem["from"]): string {
	const when = formatTime(deletedAt);
	if (from === SHELF) return translate("optionsBinItemShelf", when);
	return from === null
		? translate("optionsBinItemSomewhere", when)
		: translate("optionsBinItem", when, from);
}
