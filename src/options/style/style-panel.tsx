import { say } from "../../browser/strings.ts";
import { Failure } from "../failure.tsx";
import { Preview } from "../preview.tsx";
import { SavedMark } from "../saved-mark.tsx";
import type { Desk } from "../state/desk.ts";
import { TextField } from "../text-field.tsx";
import { UndoButton } from "../undo-button.tsx";
import { ExemptionsEditor } from "./exemptions-editor.tsx";
import { FrontMatterEditor } from "./front-matter-editor.tsx";
import { LearnStyle } from "./learn-style.tsx";
import { LinkEditor } from "./link-editor.tsx";
import { SectionsEditor } from "./sections-editor.tsx";
import { SpacingEditor } from "./spacing-editor.tsx";
import { SponsorEditor } from "./sponsor-editor.tsx";

/** The house style, part by part, with the current draft written in it beside. */
export function StylePanel({ desk }: { desk: Desk }) {
	const { fields } = desk.styling;
	return (
		<>
			<div class="bar">
				<h2>{say("optionsPanelStyle")}</h2>
				<div class="standing">
					<SavedMark desk={desk} />
				</div>
				<div class="ways">
					<UndoButton desk={desk} />
				</div>
				<Failure desk={desk} />
			</div>
			<div class="desk">
				<div class="draft style">
					<LearnStyle desk={desk} />
					<SectionsEditor desk={desk} />
					<FrontMatterEditor desk={desk} />
					<fieldset>
						<legend>{say("optionsFileAndTitle")}</legend>
						<TextField
							field={fields.fileName}
							label={say("optionsFileName")}
							hint={say("optionsPatternHint")}
							voice="code"
						/>
						<TextField
							field={fields.titleLine}
							label={say("optionsTitleLine")}
							hint={say("optionsTitleLineHint")}
							voice="code"
						/>
					</fieldset>
					<SponsorEditor desk={desk} />
					<LinkEditor desk={desk} />
					<SpacingEditor desk={desk} />
					<ExemptionsEditor desk={desk} />
				</div>
				<Preview desk={desk} />
			</div>
		</>
	);
}
