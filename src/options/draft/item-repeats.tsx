import { say } from "../../browser/strings.ts";
import { repeatSentence } from "../../capture/repeat-sentence.ts";
import { Icon } from "../../components/icon.tsx";
import type { Desk } from "../state/desk.ts";
import { headingOf } from "../state/items.ts";
import { hashOf } from "../state/route.ts";

/** Where the links of an item ran before, with what was written about them then. */
export function ItemRepeats({ desk, id }: { desk: Desk; id: string }) {
	const repeats = desk.repeats.of(id).value;
	if (repeats.length === 0) return null;
	return (
		<div class="repeats">
			{repeats.map((repeat) => (
				<p key={repeat.key}>
					<Icon name="again" />
					{"ran" in repeat ? (
						<>
							<a href={hashOf("archive", repeat.ran.latest.issueId)}>
								{repeatSentence(repeat.ran)}
							</a>
							<q>{repeat.ran.latest.note}</q>
						</>
					) : (
						say("clipAlready", headingOf(desk.stored, repeat.alreadyIn))
					)}
				</p>
			))}
		</div>
	);
}
