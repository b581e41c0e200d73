import { say, sayShare } from "../extension/strings.ts";
import { digitFor, sectionModifier } from "./keys.ts";
import type { Popup } from "./state.ts";

const isMac = /^Mac/.test(navigator.platform);
const MODIFIER = sectionModifier(isMac);

/** The sections of the house style, each with its key. */
export function Sections({ popup }: { popup: Popup }) {
	const { fields, surroundings } = popup;
	return (
		<fieldset aria-describedby="sure">
			<legend class="visually-hidden">{say("popupSection")}</legend>
			{surroundings.value?.sections.map(({ id, heading }, index) => {
				const digit = digitFor(index);
				return (
					<label key={id} title={digit ? (isMac ? `⌃${digit}` : `Alt+${digit}`) : undefined}>
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
								{digit}
							</span>
						)}
					</label>
				);
			})}
			<Sure popup={popup} />
		</fieldset>
	);
}

/** How sure the suggested section is, if one was suggested. */
function Sure({ popup: { existing, surroundings } }: { popup: Popup }) {
	const { sections, section, sureness = null } = surroundings.value ?? {};
	const suggested = sections?.find(({ id }) => id === section);
	if (existing.value || !suggested || sureness === null) return null;
	return (
		<p class="aside sure" id="sure">
			{say("popupSure", suggested.heading, sayShare(sureness))}
		</p>
	);
}
