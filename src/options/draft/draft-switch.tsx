import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { issueLabel } from "../../core/archive/issue-label.ts";
import { formatDay, translate, translateCount } from "../../extension/strings.ts";
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
				{translate("optionsDrafts")}
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
					label={translate("optionsDrafts")}
				>
					<nav aria-label={translate("optionsDraftsOpen")}>
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
							{translate("optionsNewDraft")}
						</button>
						{shown && !shown.current && !shown.sample && (
							<button type="button" onClick={() => void run(() => drafts.sendClipsTo(shown.id))}>
								{translate("optionsSendClipsHere")}
							</button>
						)}
						{shown && !shown.sample && (
							<button type="button" onClick={() => void run(() => drafts.delete(shown.id))}>
								{translate("optionsDeleteDraft")}
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
				{entry.sample
					? translate("optionsDraftSample")
					: translate("optionsIssue", issueLabel(entry))}
			</strong>{" "}
			{entry.issueDate && <time dateTime={entry.issueDate}>{formatDay(entry.issueDate)}</time>}{" "}
			<span class="count">{translateCount("optionsItems", entry.count)}</span>{" "}
			{entry.current && <span class="here">{translate("optionsClipsGoHere")}</span>}
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
					? translate("optionsOtherDraft", there.number, formatDay(there.issueDate))
					: translate("optionsOtherDraftOf", issueLabel(there))}
			</p>
			<a href={hashOf("draft")}>{translate("optionsShowDraft", issueLabel(there))}</a>
			<button type="button" onClick={() => void sendHere(here.id)}>
				{translate("optionsSendClipsHere")}
			</button>
		</div>
	);
}
