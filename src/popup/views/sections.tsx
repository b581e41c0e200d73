import { sectionPath } from "../../core/house-style/shown-sections.ts";
import { translate } from "../../extension/strings.ts";
import { digitFor, sectionModifier } from "../keys.ts";
import type { Popup } from "../state.ts";

const isMac = /^Mac/.test(navigator.platform);
const MODIFIER = sectionModifier(isMac);
const PREFIX = isMac ? "⌃" : "Alt+";

/** Sections nested deeper than this are not indented further. */
const DEEPEST = 3;

/** The sections of the house style with their keys. A section inside another is indented below it. */
export function Sections({ popup }: { popup: Popup }) {
	const { fields, surroundings } = popup;
	return (
		<fieldset aria-describedby="suggested">
			<legend class="visually-hidden">{translate("popupSection")}</legend>
			{surroundings.value?.sections.map((section, index, sections) => {
				const { id, heading } = section;
				const digit = digitFor(index);
				const depth = Math.min(sectionPath(sections, section).length - 1, DEEPEST);
				return (
					<label key={id} data-depth={depth || undefined}>
						<input
							type="radio"
							name="section"
							value={id}
							checked={fields.section.value === id}
							onChange={() => void fields.type("section", id)}
							aria-keyshortcuts={digit ? `${MODIFIER}+${digit}` : undefined}
						/>
						{heading}
						{digit && (
							<span class="key" aria-hidden="true">
								{PREFIX}
								{digit}
							</span>
						)}
					</label>
				);
			})}
		</fieldset>
	);
}
