import { say } from "../extension/strings.ts";
import type { Fields } from "./fields.ts";

/** The address, and the other spelling of it where tracking parameters were taken out. */
export function LinkField({ fields, fixed }: { fields: Fields; fixed: boolean }) {
	const cleaned = fields.spelling.value === "cleaned";
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
			{fields.spelling.value && (
				<p class="aside">
					{say(cleaned ? "popupCleaned" : "popupOriginal")}
					<button type="button" class="text" onClick={() => void fields.switchSpelling()}>
						{say(cleaned ? "popupUseOriginal" : "popupUseCleaned")}
					</button>
				</p>
			)}
		</>
	);
}
