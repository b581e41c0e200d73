import { issueLabel } from "../../core/archive/issue-label.ts";
import { translate, translateCount } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import type { PastDrafts, ShownState } from "./draft-history.ts";
import { restorePast } from "./restore-past.ts";

type PastDraft = PastDrafts["drafts"][number];
type PastItem = PastDraft["items"][number];

interface PastDraftsViewProps {
	shown: ShownState;
	/** The time of the state, in words. */
	when: string;
	desk: Desk;
}

/** The open drafts of an earlier state, to be read and restored. */
export function PastDraftsView({ shown, when, desk }: PastDraftsViewProps) {
	const { past, published } = shown;
	if (past === undefined) return <p role="status">{translate("historyReading")}</p>;
	if (past === null) return <p role="status">{translate("historyStateMissing")}</p>;
	return (
		<div class="past">
			{past.drafts.length === 0 && <p role="status">{translate("historyNoDraft")}</p>}
			{past.drafts.map((state) => (
				<PastDraftView
					key={state.draft.id}
					state={state}
					style={past.style ?? desk.stored.style.value}
					when={when}
					restore={published.has(state.draft.id) ? null : () => void restorePast(desk, state, when)}
				/>
			))}
			<Refused refused={past.refused} />
		</div>
	);
}

interface PastDraftViewProps {
	state: PastDraft;
	style: NonNullable<PastDrafts["style"]>;
	when: string;
	/** Null if the draft was published since. */
	restore: (() => void) | null;
}

function PastDraftView({ state, style, when, restore }: PastDraftViewProps) {
	const { draft, items, sponsors } = state;
	const label = issueLabel(draft);
	const id = `past-${draft.id}`;
	const names = new Map(style.sections.map((section) => [section.id, section.heading]));
	const known = style.sections.map((section) => section.id);
	const others = items.map(({ section }) => section).filter((section) => !names.has(section));
	const sections = [...known, ...new Set(others)].map((section) => ({
		section,
		inside: items.filter((item) => item.section === section),
	}));
	return (
		<section class="past-draft" aria-labelledby={id}>
			<h5 id={id}>{translate("historyStateOf", label, when)}</h5>
			{restore ? (
				<button type="button" onClick={restore}>
					{translate("historyRestore")}
				</button>
			) : (
				<p>{translate("historyPublishedSince", label)}</p>
			)}
			<PastText heading={translate("optionsIntro")} text={draft.intro} />
			{sections
				.filter(({ inside }) => inside.length > 0)
				.map(({ section, inside }) => (
					<div key={section}>
						<h6>{names.get(section) ?? section}</h6>
						<ul>
							{inside.map((item) => (
								<PastItemView key={item.id} item={item} />
							))}
						</ul>
					</div>
				))}
			{items.length === 0 && <p>{translate("historyNoItems")}</p>}
			{sponsors.map(({ id: key, name, note }) => (
				<PastText key={key} heading={translate("historySponsor", name)} text={note} />
			))}
			<PastText heading={translate("optionsFooter")} text={draft.footer} />
		</section>
	);
}

function PastItemView({ item: { title, note, links, asWritten } }: { item: PastItem }) {
	const hasWords = title !== "" || note !== "";
	return (
		<li>
			{title !== "" && <p class="title">{title}</p>}
			{note !== "" && <p class="words">{note}</p>}
			{!hasWords && asWritten !== "" && <p class="words">{asWritten}</p>}
			{links.map(({ url }) => (
				<p key={url} class="address">
					{url}
				</p>
			))}
		</li>
	);
}

function PastText({ heading, text }: { heading: string; text: string }) {
	if (text.trim() === "") return null;
	return (
		<div>
			<h6>{heading}</h6>
			<p class="words">{text}</p>
		</div>
	);
}

/** The files of the state that are left out, with the reasons. */
function Refused({ refused }: Pick<PastDrafts, "refused">) {
	if (refused.length === 0) return null;
	return (
		<details>
			<summary>{translateCount("historyRefused", refused.length)}</summary>
			<ul class="named">
				{refused.map(({ path, reason }) => (
					<li key={path}>
						{path}: {translate(`historyReason_${reason}`)}
					</li>
				))}
			</ul>
		</details>
	);
}
