import { say } from "../extension/strings.ts";
import { Actions } from "./actions.tsx";
import { Head } from "./head.tsx";
import { LinkField } from "./link-field.tsx";
import { NoteField } from "./note-field.tsx";
import type { Pages } from "./page-link.tsx";
import { Sections } from "./sections.tsx";
import type { Popup } from "./state.ts";

interface Props {
	popup: Popup;
	pages: Pages;
}

/** The whole popup: the form, or why there is none. */
export function PopupView({ popup, pages }: Props) {
	const { stage, refusal, fields } = popup;
	return (
		<main>
			<Head popup={popup} draft={pages.draft} />
			{stage.value === "refused" && refusal.value ? (
				<p class="refusal" role="status">
					{say(refusal.value)}
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
					<label class="row">
						<span>{say("popupTitle")}</span>
						<input
							value={fields.title.value}
							onInput={(event) => void fields.type("title", event.currentTarget.value)}
							readOnly={stage.value === "saving"}
						/>
					</label>
					<NoteField popup={popup} />
					<Sections popup={popup} />
					<Actions popup={popup} pages={pages} />
				</form>
			)}
		</main>
	);
}
