import { translate } from "../../extension/strings.ts";
import type { Popup } from "../state.ts";
import { PopupActions } from "./actions.tsx";
import { Head } from "./head.tsx";
import { LineField } from "./line-field.tsx";
import { LinkField } from "./link-field.tsx";
import { NoteField } from "./note-field.tsx";
import { Notices } from "./notices.tsx";
import type { Pages } from "./page-link.tsx";
import { Sections } from "./sections.tsx";
import { Suggested } from "./suggested.tsx";

interface Props {
	popup: Popup;
	pages: Pages;
}

/** The whole popup: the form, or the reason why the page cannot be clipped. */
export function PopupView({ popup, pages }: Props) {
	const { stage, refusal, fields } = popup;
	return (
		<main>
			<Head popup={popup} draft={pages.draft} />
			{stage.value === "refused" && refusal.value ? (
				<p class="refusal" role="status">
					{translate(refusal.value)}
				</p>
			) : (
				<form
					onSubmit={(event) => {
						event.preventDefault();
						void popup.submit();
					}}
					aria-busy={stage.value === "saving"}
				>
					<LinkField fields={fields} fixed={stage.value === "saving"} />
					<LineField
						label={translate("popupTitle")}
						value={fields.title.value}
						fixed={stage.value === "saving"}
						onType={(value) => void fields.type("title", value)}
					/>
					<NoteField popup={popup} />
					<Sections popup={popup} />
					<Suggested popup={popup} />
					<Notices popup={popup} pages={pages} />
					<PopupActions popup={popup} />
				</form>
			)}
		</main>
	);
}
