import { say } from "../../extension/strings.ts";
import { digitFor, sectionModifier } from "../keys.ts";
import type { Popup } from "../state.ts";

const isMac = /^Mac/.test(navigator.platform);
const MODIFIER = sectionModifier(isMac);
const PREFIX = isMac ? "⌃" : "Alt+";

/** The sections of the house style, each with its key. */
export function Sections({ popup }: { popup: Popup }) {
	const { fields, surroundings } = popup;
	return (
		<fieldset aria-describedby="suggested">
			<legend class="visually-hidden">{say("popupSection")}</legend>
			{surroundings.value?.sections.map(({ id, heading }, index) => {
				const digit = digitFor(index);
				return (
					<label key={id}>
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
