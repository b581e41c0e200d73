import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { focusInNew } from "../keys/typed-ahead.ts";
import { focusAfterwards } from "../ui/focus.ts";
import { TextField } from "../ui/text-field.tsx";
import { RowControls } from "./row-controls.tsx";

/** The lines of the front matter, each with a key and a pattern for its value. */
export function FrontMatterEditor({ desk }: { desk: Desk }) {
	const { styleState, stored } = desk;
	const lines = stored.style.value.frontMatter.lines;

	const add = () =>
		focusInNew(
			async () => ((await styleState.addLine()) ? String(lines.length) : null),
			(at) => `style-line-${at}-key`,
			desk.keepText,
		);

	async function move(at: number, direction: "up" | "down"): Promise<void> {
		const focus = focusAfterwards();
		await styleState.moveLine(at, direction);
		const to = direction === "up" ? at - 1 : at + 1;
		if (to >= 0 && to < lines.length) await focus(`style-line-${to}-${direction}`);
	}

	async function remove(at: number): Promise<void> {
		const focus = focusAfterwards();
		await styleState.removeLine(at);
		await focus("style-line-add");
	}

	return (
		<>
			<h3 id="style-front-matter">{translate("optionsFrontMatter")}</h3>
			<p class="hint">{translate("optionsFrontMatterLead")}</p>
			<ol class="rows" aria-labelledby="style-front-matter">
				{lines.map((line, at) => (
					<li key={`${at}/${lines.length}`}>
						<TextField
							field={styleState.line(at).key}
							label={translate("optionsKey")}
							voice="code"
						/>
						<TextField
							field={styleState.line(at).pattern}
							label={translate("optionsPattern")}
							voice="code"
						/>
						<RowControls
							id={`style-line-${at}`}
							move={(direction) => void move(at, direction)}
							remove={() => void remove(at)}
						/>
						{line.pattern.endsWith(" ") && <p class="hint">{translate("optionsTrailingSpace")}</p>}
					</li>
				))}
			</ol>
			<button type="button" id="style-line-add" onClick={() => void add()}>
				{translate("optionsAddLine")}
			</button>
		</>
	);
}
