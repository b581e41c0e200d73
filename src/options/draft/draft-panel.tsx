import { Failure } from "../failure.tsx";
import { FirstRun } from "../first-run/first-run.tsx";
import { SampleBanner } from "../first-run/sample-banner.tsx";
import { useKeptFocus } from "../kept-focus.ts";
import { Preview } from "../preview.tsx";
import type { Desk } from "../state/desk.ts";
import { DraftBar } from "./draft-bar.tsx";
import { Footer, Intro } from "./draft-texts.tsx";
import { MoveMenu } from "./move-menu.tsx";
import { SectionView } from "./section-view.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { SponsorBlocks } from "./sponsor-block.tsx";

/** The draft, in the order of the issue it becomes, and beside it how that reads. */
export function DraftPanel({ desk }: { desk: Desk }) {
	const list = desk.lists.draft;
	useKeptFocus(list);
	const fields = desk.fields.draft.value;
	const failure = desk.stored.failure.value;
	if (!fields) return failure ? <Failure desk={desk} /> : null;
	return (
		<>
			<DraftBar desk={desk} fields={fields} />
			<SampleBanner desk={desk} />
			<div class="desk">
				<div class={`draft${list.selection.any.value ? " selecting" : ""}`}>
					<FirstRun desk={desk} />
					<Intro fields={fields} />
					<SponsorBlocks desk={desk} />
					{desk.stored.order.value.map(({ section }) => (
						<SectionView key={section} desk={desk} list={list} section={section} />
					))}
					<Footer fields={fields} />
					<SelectionBar desk={desk} list={list} />
				</div>
				<Preview desk={desk} />
			</div>
			<MoveMenu desk={desk} list={list} />
		</>
	);
}
