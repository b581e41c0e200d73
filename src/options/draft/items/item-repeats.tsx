import { repeatSentence } from "../../../capture/repeat-sentence.ts";
import { issueLabel } from "../../../core/archive/issue-label.ts";
import { translate } from "../../../extension/strings.ts";
import { Icon } from "../../../ui/icon.tsx";
import type { Desk } from "../../app/desk.ts";
import { hashOf } from "../../app/route.ts";
import { headingOf } from "../../app/stored.ts";
import type { ItemRepeat } from "./repeats.ts";

/** The repeats of the links of an item, with the notes that were written about them. */
export function ItemRepeats({ desk, id }: { desk: Desk; id: string }) {
	const repeats = desk.repeats.of(id).value;
	if (repeats.length === 0) return null;
	return (
		<div class="repeats">
			{repeats.map((repeat) => (
				<p key={repeat.key}>
					<Icon name="again" />
					<RepeatLine desk={desk} repeat={repeat} />
				</p>
			))}
		</div>
	);
}

function RepeatLine({ desk, repeat }: { desk: Desk; repeat: ItemRepeat }) {
	if ("ran" in repeat) {
		const { latest } = repeat.ran;
		return (
			<>
				<a href={hashOf("archive", latest.issueId)}>{repeatSentence(repeat.ran)}</a>
				<q>{latest.note}</q>
			</>
		);
	}
	if ("onShelf" in repeat) return <a href={hashOf("shelf")}>{translate("optionsOnShelfToo")}</a>;
	if ("inDraft" in repeat) {
		const { id } = repeat.inDraft;
		return (
			<a href={hashOf("draft", id)}>{translate("optionsInDraftToo", issueLabel(repeat.inDraft))}</a>
		);
	}
	return <>{translate("clipAlready", headingOf(desk.stored, repeat.alreadyIn))}</>;
}
