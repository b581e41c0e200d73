import { say } from "../browser/strings.ts";
import { Actions } from "./actions.tsx";
import { Head } from "./head.tsx";
import { LinkField } from "./link-field.tsx";
import { NoteField } from "./note-field.tsx";
import { Sections } from "./sections.tsx";
import type { Popup } from "./state.ts";

interface Props {
	popup: Popup;
	options: { address: string; open(): void };
}

/** The whole popup: the form, or why there is none. */
export function PopupView({ popup, options }: Props) {
	const { stage, refusal, fields } = popup;
	return (
		<>
			<Head popup={popup} options={options} />
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
					<Actions popup={popup} />
				</form>
			)}
		</>
	);
}
