import { Failure } from "../failure.tsx";
import { Preview } from "../preview.tsx";
import type { Desk } from "../state/desk.ts";
import { DraftBar } from "./draft-bar.tsx";
import { Footer, Intro } from "./draft-texts.tsx";
import { Empty } from "./empty.tsx";
import { SectionView } from "./section-view.tsx";
import { SponsorBlocks } from "./sponsor-block.tsx";

/** The draft, in the order of the issue it becomes, and beside it how that reads. */
export function DraftPanel({ desk }: { desk: Desk }) {
	const fields = desk.fields.draft.value;
	const failure = desk.stored.failure.value;
	if (!fields) return failure ? <Failure desk={desk} /> : null;
	return (
		<>
			<DraftBar desk={desk} fields={fields} />
			<div class="desk">
				<div class="draft">
					<Empty desk={desk} />
					<Intro fields={fields} />
					<SponsorBlocks desk={desk} />
					{desk.stored.order.value.map(({ section }) => (
						<SectionView key={section} desk={desk} section={section} />
					))}
					<Footer fields={fields} />
				</div>
				<Preview desk={desk} />
			</div>
		</>
	);
}
