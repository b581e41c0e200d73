import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { issueLabel } from "../../core/archive/issue-label.ts";
import { say, sayCount, sayDay } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { Floating } from "../ui/floating.tsx";
import { focusAfterwards } from "../ui/focus.ts";
import type { DraftEntry } from "./drafts.ts";

const BUTTON = "drafts-switch";

/** The menu of the open drafts: the one that is shown, the current one, and actions on them. */
export function DraftSwitch({ desk }: { desk: Desk }) {
	const isOpen = useSignal(false);
	const wasOpen = useRef(false);
	const { drafts } = desk;
	const entries = drafts.entries.value;
	const shown = drafts.shown.value;
	const close = () => {
		isOpen.value = false;
	};

	async function run(work: () => Promise<unknown>): Promise<void> {
		close();
		const focus = focusAfterwards();
		await work();
		await focus(BUTTON);
	}

	async function add(): Promise<void> {
		const id = await drafts.add();
		if (id) location.hash = hashOf("draft", id);
	}

	return (
		<>
			<button
				type="button"
				id={BUTTON}
				class="quiet drafts-switch"
				aria-expanded={isOpen.value}
				// The press closes the list, and the click that follows would open it again.
				onPointerDown={() => {
					wasOpen.current = isOpen.value;
				}}
				onClick={({ detail }) => {
					isOpen.value = !(detail > 0 && wasOpen.current);
				}}
			>
				{say("optionsDrafts")}
				{entries.length > 1 && (
					<span class="badge" aria-hidden="true">
						{entries.length}
					</span>
				)}
			</button>
			{isOpen.value && (
				<Floating
					anchor={BUTTON}
					close={close}
					class="drafts"
					role="group"
					label={say("optionsDrafts")}
				>
					<nav aria-label={say("optionsDraftsOpen")}>
						{entries.map((entry) => (
							<a
								key={entry.id}
								href={hashOf("draft", entry.current ? "" : entry.id)}
								aria-current={entry.shown ? "page" : undefined}
								onClick={close}
							>
								<Entry entry={entry} />
							</a>
						))}
					</nav>
					<div class="acts">
						<button type="button" onClick={() => void run(add)}>
							{say("optionsNewDraft")}
						</button>
						{shown && !shown.current && !shown.sample && (
							<button type="button" onClick={() => void run(() => drafts.sendClipsTo(shown.id))}>
								{say("optionsSendClipsHere")}
							</button>
						)}
						{shown && !shown.sample && (
							<button type="button" onClick={() => void run(() => drafts.delete(shown.id))}>
								{say("optionsDeleteDraft")}
							</button>
						)}
					</div>
				</Floating>
			)}
		</>
	);
}

function Entry({ entry }: { entry: DraftEntry }) {
	return (
		<>
			<strong>
				{entry.sample ? say("optionsDraftSample") : say("optionsIssue", issueLabel(entry))}
			</strong>{" "}
			{entry.issueDate && <time dateTime={entry.issueDate}>{sayDay(entry.issueDate)}</time>}{" "}
			<span class="count">{sayCount("optionsItems", entry.count)}</span>{" "}
			{entry.current && <span class="here">{say("optionsClipsGoHere")}</span>}
		</>
	);
}

/** If the shown draft is not the current one, says which draft clips go to. */
export function OtherDraft({ desk }: { desk: Desk }) {
	const { shown, current, sendClipsTo } = desk.drafts;
	const here = shown.value;
	const there = current.value;
	// The sample has a message of its own.
	if (!here || !there || here.id === there.id || here.sample) return null;

	async function sendHere(draft: string): Promise<void> {
		const focus = focusAfterwards();
		await sendClipsTo(draft);
		await focus(BUTTON);
	}

	return (
		<div class="other-draft">
			<p>
				{there.number !== null && there.issueDate !== null
					? say("optionsOtherDraft", there.number, sayDay(there.issueDate))
					: say("optionsOtherDraftOf", issueLabel(there))}
			</p>
			<a href={hashOf("draft")}>{say("optionsShowDraft", issueLabel(there))}</a>
			<button type="button" onClick={() => void sendHere(here.id)}>
				{say("optionsSendClipsHere")}
			</button>
		</div>
	);
}
