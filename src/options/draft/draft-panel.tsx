import { AT_END, AT_TOP } from "../../core/issue/draft-issue.ts";
import { translate, translateCount } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { FailureAlert } from "../app/failure.tsx";
import { FirstRun } from "../first-run/first-run.tsx";
import { SampleBanner } from "../first-run/sample-banner.tsx";
import { SponsorBlocks } from "../sponsors/sponsor-block.tsx";
import { useDrawnOnceRead } from "../ui/drawn-once-read.ts";
import { DraftBar } from "./draft-bar.tsx";
import { Footer, Intro } from "./draft-texts.tsx";
import { useKeptFocus } from "./order/kept-focus.ts";
import { MoveMenu } from "./order/move-menu.tsx";
import { SelectionBar } from "./order/selection-bar.tsx";
import { Preview } from "./preview/preview.tsx";
import { PublishedCard } from "./published-card.tsx";
import { AddSection } from "./sections/add-section.tsx";
import { SectionView } from "./sections/section-view.tsx";
import { StandingTexts } from "./standing-texts.tsx";
import { StyleFields } from "./style-fields.tsx";

/** The draft, in the order of the issue, and the preview beside it. */
export function DraftPanel({ desk }: { desk: Desk }) {
	const list = desk.lists.draft;
	useKeptFocus(list);
	const fields = desk.fields.draft.value;
	const failure = desk.stored.failure.value;
	const isDrawn = useDrawnOnceRead(() => desk.repeats.isRead.value);
	if (fields && !isDrawn) return null;
	if (!fields) return failure ? <FailureAlert desk={desk} /> : null;
	return (
		<>
			<DraftBar desk={desk} fields={fields} />
			<PublishedCard desk={desk} />
			<SampleBanner desk={desk} />
			<div class="desk">
				<div class={`draft${list.selection.any.value ? " selecting" : ""}`}>
					<FirstRun desk={desk} />
					<StyleFields desk={desk} />
					<StandingTexts desk={desk} section={AT_TOP} at="start" />
					<Intro fields={fields} />
					<StandingTexts desk={desk} section={AT_TOP} at="end" />
					<SponsorBlocks desk={desk} />
					<div class="all-items">
						<p class="count">{translateCount("optionsItems", desk.stored.items.value.length)}</p>
						<button
							type="button"
							class="quiet"
							onClick={() => desk.items.openAll(!desk.items.allOpen.value)}
						>
							{translate(desk.items.allOpen.value ? "optionsFoldAll" : "optionsOpenAll")}
						</button>
					</div>
					{desk.stored.order.value.map(({ section }) => (
						<SectionView key={section} desk={desk} list={list} section={section} />
					))}
					<AddSection desk={desk} />
					<StandingTexts desk={desk} section={AT_END} at="start" />
					<Footer fields={fields} />
					<StandingTexts desk={desk} section={AT_END} at="end" />
					<SelectionBar desk={desk} list={list} />
				</div>
				<Preview desk={desk} />
			</div>
			<MoveMenu desk={desk} list={list} />
		</>
	);
}
