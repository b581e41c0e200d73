import { useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ChangeKind } from "../../data/db/records.ts";
import { translate, translateCount } from "../../extension/strings.ts";
import type { Sentence } from "../../sentences/sentence.ts";
import { reportsChange } from "./change-sentences.ts";
import type { Desk } from "./desk.ts";

const SHOWN_MS = 8_000;

/**
 * Reports what has just happened. The notice is announced to screen readers and disappears after a while.
 * If it reports a change, it has an Undo button. Messages that must not be missed are shown elsewhere on
 * the page.
 */
export function Notice({ desk }: { desk: Desk }) {
	const shown = useSignal("");
	/** The reported change, as long as it is the most recent change. */
	const change = useSignal<ChangeKind | null>(null);
	const box = useRef<HTMLDivElement>(null);
	useSignalEffect(() => {
		const notice = desk.notice.value;
		if (!notice) return;
		shown.value = textOf(notice.sentence);
		const isChange = reportsChange(notice.sentence.key);
		change.value = isChange ? desk.stored.undoable.peek().undo : null;
		return hideLater(box, () => {
			shown.value = "";
		});
	});
	const isLast = change.value !== null && desk.stored.undoable.value.undo === change.value;
	return (
		<div class={`notice${shown.value ? "" : " empty"}`} ref={box}>
			<div role="status" aria-live="polite">
				{shown.value && <p>{shown.value}</p>}
			</div>
			{shown.value && isLast && (
				<button
					type="button"
					aria-label={translate("optionsUndoThis", shown.value)}
					onClick={() => void desk.undo()}
				>
					{translate("optionsUndo")}
				</button>
			)}
		</div>
	);
}

/** Calls `hide` after a while. While the pointer or the focus is on the box, it waits longer. */
function hideLater(box: { current: HTMLElement | null }, hide: () => void): () => void {
	let timer = setTimeout(look, SHOWN_MS);
	function look(): void {
		const isUsed = box.current?.matches(":hover, :focus-within");
		if (isUsed) timer = setTimeout(look, SHOWN_MS);
		else hide();
	}
	return () => clearTimeout(timer);
}

/** The text of a sentence. If the sentence counts something, this is the form for that number. */
function textOf({ key, values, counted }: Sentence): string {
	if (!counted) return translate(key, ...values);
	const [count, ...others] = values;
	const stem = key.slice(0, -"_other".length) as Parameters<typeof translateCount>[0];
	return translateCount(stem, Number(count), ...others);
}
