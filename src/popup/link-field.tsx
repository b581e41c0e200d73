import { say } from "../extension/strings.ts";
import type { Fields } from "./fields.ts";

/** The address, and another one of the page: before it was tidied, or as the item has it. */
export function LinkField({ fields, fixed }: { fields: Fields; fixed: boolean }) {
	const other = fields.otherAddress.value;
	return (
		<>
			<label class="row">
				<span>{say("popupLink")}</span>
				<input
					value={fields.url.value}
					onInput={(event) => void fields.type("url", event.currentTarget.value)}
					readOnly={fixed}
					inputMode="url"
					spellcheck={false}
					autocomplete="off"
				/>
			</label>
			{other && (
				<p class="aside">
					<span class="other" title={other.url}>
						{say(other.says, other.value)}
					</span>
					<button type="button" class="text" onClick={() => void fields.useOtherAddress()}>
						{say(other.does)}
					</button>
				</p>
			)}
		</>
	);
}
