import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { TextField } from "../ui/text-field.tsx";
import { Switch } from "./choice.tsx";
import { FrontMatterEditor } from "./front-matter-editor.tsx";

/** Edits the file name and what is written above the intro. */
export function TopEditor({ desk }: { desk: Desk }) {
	const { styleState, stored } = desk;
	const { fields } = styleState;
	const { numbered, dated } = stored.style.value;
	const fileName = desk.stylePreview.fileName.value;
	return (
		<>
			<TextField
				field={fields.fileName}
				label={translate("optionsFileName")}
				hint={fileName && translate("optionsFileNameNow", fileName)}
				voice="code"
			/>
			<Switch
				id="style-numbered"
				label={translate("optionsNumbered")}
				on={numbered}
				turn={(on) => void styleState.set(() => ({ numbered: on }))}
			/>
			<Switch
				id="style-dated"
				label={translate("optionsDated")}
				on={dated}
				turn={(on) => void styleState.set(() => ({ dated: on }))}
			/>
			<FrontMatterEditor desk={desk} />
			<TextField
				field={fields.titleLine}
				label={translate("optionsTitleLine")}
				hint={translate("optionsTitleLineHint")}
				voice="code"
			/>
		</>
	);
}
