import { useEffect } from "preact/hooks";
import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { FailureAlert } from "../app/failure.tsx";
import { fieldKey } from "../fields/field-ref.ts";
import { Alert } from "../ui/alert.tsx";
import { useDrawnOnceRead } from "../ui/drawn-once-read.ts";
import { focusById } from "../ui/focus.ts";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { SavedMark } from "../ui/saved-mark.tsx";
import { ComingIssuesView } from "./coming-issues-view.tsx";
import { PastSponsorsView } from "./past-sponsors-view.tsx";
import { UnbookedSponsors } from "./unbooked-sponsors.tsx";

interface SponsorsPanelProps {
	desk: Desk;
	/** The id of the booking in the address; empty if there is none. */
	id: string;
}

/** The bookings by issue, and the sponsors of past issues. */
export function SponsorsPanel({ desk, id }: SponsorsPanelProps) {
	const { bookings, pastSponsors, sponsorsState } = desk;
	const ahead = bookings.ahead.value;
	const failure = bookings.failure.value;
	const isRead = ahead !== null;
	const isDrawn = useDrawnOnceRead(
		() =>
			bookings.failure.value !== null ||
			pastSponsors.found.value !== null ||
			pastSponsors.failure.value !== null,
	);

	useEffect(() => pastSponsors.follow(), [pastSponsors]);
	useEffect(() => {
		if (id === "" || !isRead || !isDrawn) return;
		sponsorsState.open(id);
		void focusById(fieldKey({ of: "sponsor", id, part: "name" }));
	}, [sponsorsState, id, isRead, isDrawn]);

	if (!isDrawn) return null;
	return (
		<>
			<header class="sponsors-head">
				<PanelHeading>{translate("optionsPanelSponsors")}</PanelHeading>
				<SavedMark desk={desk} />
				<FailureAlert desk={desk} />
			</header>
			<Alert sentence={failure} />
			{ahead && (
				<div class="sponsors">
					<div class="diary">
						<ComingIssuesView desk={desk} ahead={ahead} />
					</div>
					<div class="file">
						<Search desk={desk} />
						<UnbookedSponsors desk={desk} kept={ahead.kept} />
						<PastSponsorsView desk={desk} />
					</div>
				</div>
			)}
		</>
	);
}

function Search({ desk: { pastSponsors } }: { desk: Desk }) {
	return (
		<search class="field">
			<label for="sponsors-search">{translate("optionsSponsorsSearch")}</label>
			<input
				id="sponsors-search"
				type="search"
				autocomplete="off"
				spellcheck={false}
				value={pastSponsors.words.value}
				onInput={({ currentTarget }) => pastSponsors.search(currentTarget.value)}
			/>
		</search>
	);
}
