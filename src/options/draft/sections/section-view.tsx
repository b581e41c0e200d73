import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { translate, translateCount } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { headingOf } from "../../app/stored.ts";
import { fieldKey } from "../../fields/field-ref.ts";
import { focusInNew } from "../../keys/typed-ahead.ts";
import { ItemView } from "../items/item-view.tsx";
import { dropAt, listTarget } from "../order/dragging.ts";
import type { ItemList } from "../order/item-list.ts";
import { StandingTexts } from "../standing-texts.tsx";
import { EditSectionButton, SectionEditor } from "./section-editor.tsx";

interface SectionProps {
	desk: Desk;
	list: ItemList;
	section: string;
}

/** One section of the draft, with its items in order. */
export function SectionView({ desk, list, section }: SectionProps) {
	const ids = list.in(section).value;
	const headingId = `section-${section}`;
	const isEdited = useSignal(false);
	const style = desk.stored.style.value.sections.find(({ id }) => id === section);

	const add = () =>
		focusInNew(
			() => desk.items.add(section),
			(id) => fieldKey({ of: "item", id, part: "note" }),
			desk.keepText,
		);

	return (
		<section class="section" aria-labelledby={headingId}>
			<header>
				<h2 id={headingId}>{headingOf(desk.stored, section)}</h2>
				<span class="count">{translateCount("optionsItems", ids.length)}</span>
				{ids.length > 0 && <SelectSection list={list} section={section} />}
				{list.name === "draft" && style && (
					<EditSectionButton section={section} isEdited={isEdited} />
				)}
				{list.name === "draft" && (
					<button
						type="button"
						class="quiet"
						id={`section-${section}-add`}
						onClick={() => void add()}
					>
						{translate("optionsAddItem")}
					</button>
				)}
			</header>
			{isEdited.value && style && <SectionEditor desk={desk} style={style} />}
			{list.name === "draft" && <StandingTexts desk={desk} section={section} at="start" />}
			<Items desk={desk} list={list} section={section} />
			{list.name === "draft" && <StandingTexts desk={desk} section={section} at="end" />}
		</section>
	);
}

function Items({ desk, list, section }: SectionProps) {
	const element = useRef<HTMLOListElement>(null);
	const ids = list.in(section).value;
	const dropsAtEnd = useComputed(() => {
		const drop = dropAt.value;
		return drop?.section === section && drop.before === null;
	}).value;
	useEffect(
		() => (element.current ? listTarget(element.current, section, desk.items.moveTo) : undefined),
		[desk, section],
	);
	return (
		<ol ref={element} class={`items${dropsAtEnd ? " drop-here" : ""}`}>
			{ids.map((id) => (
				<ItemView key={id} desk={desk} list={list} id={id} section={section} />
			))}
		</ol>
	);
}

/** Selects all items of a section, or none of them. */
function SelectSection({ list, section }: Omit<SectionProps, "desk">) {
	const all = useComputed(() => {
		const selected = new Set(list.selection.ids.value);
		return list.in(section).value.every((id) => selected.has(id));
	}).value;
	return (
		<button
			type="button"
			class="quiet select-all"
			aria-pressed={all}
			onClick={() => list.selection.toggleSection(section)}
		>
			{translate("optionsSelectSection")}
		</button>
	);
}
