import { newItem } from "../../core/house-style/item.ts";
import { parseItemPattern } from "../../core/house-style/parse-item-pattern.ts";
import { formatItem } from "../../core/issue/format-item.ts";
import { type StringKey, translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { TextField } from "../ui/text-field.tsx";
import { Switch } from "./choice.tsx";

/** The values in the example for the slots that a pattern may have. */
const EXAMPLE_SLOTS = { author: "Ada Byron", source: "Harbour Post", language: "en", tag: "video" };

const SLOTS: readonly { slot: string; name: StringKey }[] = [
	{ slot: "{title}", name: "optionsSlotTitle" },
	{ slot: "{url}", name: "optionsSlotUrl" },
	{ slot: "{note}", name: "optionsSlotNote" },
	{ slot: "{n}", name: "optionsSlotN" },
	{ slot: "[ by {author}]", name: "optionsSlotOptional" },
];

/** Edits the item pattern, with the meaning of its slots and an example that changes while typing. */
export function ItemPatternEditor({ desk }: { desk: Desk }) {
	const { item } = desk.styleState.fields;
	return (
		<>
			<TextField
				field={item}
				label={translate("optionsItemPattern")}
				hint={translate("optionsItemPatternHint")}
				voice="code"
				multiline
			/>
			<dl>
				{SLOTS.map(({ slot, name }) => (
					<div key={slot}>
						<dt>
							<code>{slot}</code>
						</dt>
						<dd>{translate(name)}</dd>
					</div>
				))}
			</dl>
			<Switch
				id="style-readable-addresses"
				label={translate("optionsReadableAddresses")}
				on={desk.stored.style.value.readableAddresses ?? false}
				turn={(readableAddresses) => void desk.styleState.set(() => ({ readableAddresses }))}
			/>
			<h3 id="style-item-example">{translate("optionsItemExample")}</h3>
			<output class="bytes" for={item.id} aria-labelledby="style-item-example">
				<pre>{exampleOf(item.text.value)}</pre>
			</output>
		</>
	);
}

/** An item with two links, written with a pattern that may be incomplete. */
function exampleOf(pattern: string): string {
	const { slots } = parseItemPattern(pattern);
	const known = Object.entries(EXAMPLE_SLOTS).filter(([name]) => slots.includes(name));
	const item = newItem({
		title: "The tide tables of 1887",
		note: "How a harbour was measured by hand,\nand what it is good for today.",
		links: [{ url: "https://tide.example/1887" }],
		slots: Object.fromEntries(known),
	});
	return formatItem(item, pattern, 1);
}
