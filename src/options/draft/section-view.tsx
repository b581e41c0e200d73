import { useEffect, useRef } from "preact/hooks";
import { say, sayCount } from "../../browser/strings.ts";
import { focusAfterwards } from "../focus.ts";
import type { Desk } from "../state/desk.ts";
import { headingOf } from "../state/items.ts";
import { dropAt, listTarget } from "./dragging.ts";
import { ItemView } from "./item-view.tsx";

/** One section of the draft, with its items in order. */
export function SectionView({ desk, section }: { desk: Desk; section: string }) {
	const list = useRef<HTMLOListElement>(null);
	const ids = desk.stored.itemsIn(section).value;
	const headingId = `section-${section}`;

	useEffect(
		() => (list.current ? listTarget(list.current, section, desk.items.moveTo) : undefined),
		[desk, section],
	);

	async function add(): Promise<void> {
		const focus = focusAfterwards();
		const id = await desk.items.add(section);
		if (id) await focus(`item-${id}-note`);
	}

	const drop = dropAt.value;
	const dropsAtEnd = drop?.section === section && drop.before === null;
	return (
		<section class="section" aria-labelledby={headingId}>
			<header>
				<h2 id={headingId}>{headingOf(desk.stored, section)}</h2>
				<span class="count">{sayCount("optionsItems", ids.length)}</span>
				<button
					type="button"
					class="quiet"
					id={`section-${section}-add`}
					onClick={() => void add()}
				>
					{say("optionsAddItem")}
				</button>
			</header>
			<ol ref={list} class={`items${dropsAtEnd ? " drop-here" : ""}`}>
				{ids.map((id) => (
					<ItemView key={id} desk={desk} id={id} section={section} />
				))}
			</ol>
		</section>
	);
}
