import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { translate } from "../../../extension/strings.ts";

interface CutListProps<T> {
	entries: readonly T[];
	/** The content of one entry, inside its list item. */
	show(entry: T): ComponentChildren;
	class?: string;
}

const AT_FIRST = 8;
/** How many entries can be drawn without a noticeable delay. */
const AT_ONCE = 200;

/** A list of any length. It shows some entries first, and more on request. */
export function LimitedList<T>({ entries, show, class: name }: CutListProps<T>) {
	const shown = useSignal(AT_FIRST);
	const left = entries.length - shown.value;
	return (
		<>
			<ul class={name}>
				{entries.slice(0, shown.value).map((entry, at) => (
					<li key={at}>{show(entry)}</li>
				))}
			</ul>
			{left > 0 && (
				<button
					type="button"
					class="quiet"
					onClick={() => {
						shown.value += AT_ONCE;
					}}
				>
					{left > AT_ONCE
						? translate("optionsImportShowMore", AT_ONCE, left)
						: translate("optionsImportShowAll", left)}
				</button>
			)}
		</>
	);
}
