import { say } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { TextField } from "../ui/text-field.tsx";
import { FrontMatterEditor } from "./front-matter-editor.tsx";

/** What the file is called, and what stands in it above the intro. */
export function TopEditor({ desk }: { desk: Desk }) {
	const { fields } = desk.styling;
	const fileName = desk.styleLook.fileName.value;
	return (
		<>
			<TextField
				field={fields.fileName}
				label={say("optionsFileName")}
				hint={fileName && say("optionsFileNameNow", fileName)}
				voice="code"
			/>
			<FrontMatterEditor desk={desk} />
			<TextField
				field={fields.titleLine}
				label={say("optionsTitleLine")}
				hint={say("optionsTitleLineHint")}
				voice="code"
			/>
		</>
	);
}
