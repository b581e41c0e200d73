import type { ComponentChildren } from "preact";
import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { KeysToClip } from "./keys-to-clip.tsx";

/** What to do with an empty draft. A new editor also sees the first steps. */
export function FirstRun({ desk }: { desk: Desk }) {
	if (desk.stored.items.value.length > 0 || desk.sample.shown.value) return null;
	return (
		<section class="first-run" aria-labelledby="first-run-lead">
			<h2 id="first-run-lead">{translate("optionsEmpty")}</h2>
			<KeysToClip desk={desk} />
			<Ways desk={desk} />
		</section>
	);
}

/** The first steps that have not been taken yet. */
function Ways({ desk }: { desk: Desk }) {
	const { archiveEmpty } = desk.firstSteps;
	const { sample } = desk;
	if (!archiveEmpty.value && !sample.loaded.value) return null;

	async function loadSample(): Promise<void> {
		if (await sample.load()) location.hash = sample.address;
	}

	return (
		<ul class="ways-to-begin">
			{archiveEmpty.value && (
				<StartOption lead={translate("optionsBeginImportLead")}>
					<a href={hashOf("archive")}>{translate("optionsBeginImport")}</a>
				</StartOption>
			)}
			<StartOption lead={translate("optionsSampleLead")}>
				{sample.loaded.value ? (
					<a href={sample.address}>{translate("optionsSampleOpen")}</a>
				) : (
					<button type="button" onClick={() => void loadSample()}>
						{translate("optionsSampleLoad")}
					</button>
				)}
			</StartOption>
		</ul>
	);
}

function StartOption({ lead, children }: { lead: string; children: ComponentChildren }) {
	return (
		<li>
			{children}
			<p class="hint">{lead}</p>
		</li>
	);
}
