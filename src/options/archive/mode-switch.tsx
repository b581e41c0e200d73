import type { Signal } from "@preact/signals";
import { translate } from "../../extension/strings.ts";
import type { ArchivedMode } from "./archived-place.ts";

const LOOKS = { reading: "optionsReads", markdown: "optionsMarkdown" } as const;

/** Chooses whether an archived issue is shown as a reader gets it or as markdown. */
export function ModeSwitch({ look }: { look: Signal<ArchivedMode> }) {
	return (
		<fieldset class="mode-switch">
			<legend class="visually-hidden">{translate("archivedShowAs")}</legend>
			{(["reading", "markdown"] as const).map((kind) => (
				<label key={kind}>
					<input
						type="radio"
						name="archived-look"
						checked={look.value === kind}
						onChange={() => {
							look.value = kind;
						}}
					/>
					{translate(LOOKS[kind])}
				</label>
			))}
		</fieldset>
	);
}
