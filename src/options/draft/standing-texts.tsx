import { signal } from "@preact/signals";
import type { StandingText } from "../../core/house-style/house-style.ts";
import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { TextField } from "../ui/text-field.tsx";

/** The ids of the standing texts whose fields are shown. */
const openIds = signal<readonly string[]>([]);

/** Shows the fields of a standing text. */
export function openStandingText(id: string): void {
	openIds.value = [...new Set([...openIds.peek(), id])];
}

interface StandingTextsProps {
	desk: Desk;
	/** The id of a section, or the beginning or end of the issue. */
	section: string;
	at: StandingText["at"];
}

/** The standing texts at one place of the draft. Each can be changed for this issue or for all. */
export function StandingTexts({ desk, section, at }: StandingTextsProps) {
	const draft = desk.stored.draft.value;
	if (!draft) return null;
	return desk.stored.style.value.standing
		.filter((text) => text.section === section && text.at === at)
		.map(({ id }) => <StandingTextView key={id} desk={desk} draftId={draft.id} id={id} />);
}

interface StandingTextProps {
	desk: Desk;
	draftId: string;
	id: string;
}

function StandingTextView({ desk, draftId, id }: StandingTextProps) {
	const isOpen = openIds.value.includes(id);
	const field = desk.namedTexts.standing(draftId, id);
	const text = field.text.value.trim();
	const own = desk.stored.draft.value?.standing[id] !== undefined;
	const editorId = `${field.id}-editor`;
	const status = text === "" ? "optionsStandingLeftOut" : "optionsStandingOwn";
	return (
		<div class="standing-text">
			<button
				type="button"
				class="quiet"
				aria-expanded={isOpen}
				aria-controls={editorId}
				onClick={() => {
					if (isOpen) openIds.value = openIds.value.filter((one) => one !== id);
					else openStandingText(id);
				}}
			>
				<span class="caption">{translate(own ? status : "optionsStandingText")}</span>
				<span class="excerpt">{text.split("\n")[0]}</span>
			</button>
			{isOpen && (
				<div id={editorId} class="block">
					<TextField
						field={field}
						label={translate("optionsStandingHere")}
						multiline
						voice="prose"
					/>
					<TextField
						field={desk.styleState.standing(id)}
						label={translate("optionsStandingAll")}
						hint={translate("optionsStandingHint")}
						multiline
						voice="code"
					/>
					<div class="row-controls">
						{own && (
							<button type="button" onClick={() => void desk.namedTexts.useUsual(draftId, id)}>
								{translate("optionsStandingUseUsual")}
							</button>
						)}
						<button
							type="button"
							class="quiet"
							onClick={() => void desk.styleState.removeStanding(id)}
						>
							{translate("optionsStandingRemove")}
						</button>
					</div>
				</div>
			)}
		</div>
	);
}
