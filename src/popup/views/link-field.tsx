import { readableAddress, shortAddress } from "../../core/links/readable.ts";
import { translate } from "../../extension/strings.ts";
import type { PopupFields, Removed } from "../fields.ts";
import { LineField } from "./line-field.tsx";

/** The address, and another address of the page: the one before it was tidied, or the one of the item. */
export function LinkField({ fields, fixed }: { fields: PopupFields; fixed: boolean }) {
	const url = fields.url.value;
	const other = fields.otherAddress.value;
	return (
		<>
			<LineField
				label={translate("popupLink")}
				value={url}
				fixed={fixed}
				isAddress
				onType={(value) => void fields.type("url", value)}
			/>
			<p class="aside beneath">
				{other ? (
					<>
						<span class="other">
							{translate(
								other.sentence,
								typeof other.value === "string" ? other.value : named(other.value),
							)}
						</span>
						<button type="button" class="text" onClick={() => void use(fields)}>
							{translate(other.action)}
						</button>
					</>
				) : (
					readableAddress(url) !== url && (
						<span class="other">{translate("popupReadable", shortAddress(url))}</span>
					)
				)}
			</p>
		</>
	);
}

function named({ redirect, tracking }: Removed): string {
	return [
		...(redirect === null ? [] : [translate("popupRedirect", redirect)]),
		// The mark of a text fragment is not a name that people know.
		...tracking.map((name) => (name === ":~:" ? translate("popupTextFragment") : name)),
	].join(", ");
}

/** After the original address is restored, the field scrolls to its end, where it differs. */
async function use(fields: PopupFields): Promise<void> {
	await fields.useOtherAddress();
	const field = document.querySelector("textarea.line");
	if (field) field.scrollTop = field.scrollHeight;
}
