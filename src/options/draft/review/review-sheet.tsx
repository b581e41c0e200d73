import { useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { issueLabel } from "../../../core/archive/issue-label.ts";
import { logError } from "../../../core/errors/log-error.ts";
import type { Issue } from "../../../core/issue/issue.ts";
import { RECENT_ISSUES } from "../../../core/preflight/usual.ts";
import { reviewIssue } from "../../../core/review/review.ts";
import { publishedFrom } from "../../../data/archive/archive.ts";
import { EXPORTS } from "../../../export/exports.ts";
import { markdown } from "../../../export/markdown.ts";
import type { ExportTarget } from "../../../export/target.ts";
import { translate } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { exportedFile } from "../assembled-draft.ts";
import { PreflightList } from "../preflight/preflight-list.tsx";
import { ChangeList, SectionTable } from "./review-parts.tsx";
import "./review.css";

interface ReviewSheetProps {
	desk: Desk;
	close(): void;
	publish(): void;
	download(target: ExportTarget): void;
	copy(target: ExportTarget): void;
}

/**
 * A dialog with all facts about an issue before it is published, and the buttons to publish, download and
 * copy.
 */
export function ReviewSheet({ desk, close, publish, download, copy }: ReviewSheetProps) {
	const dialog = useRef<HTMLDialogElement>(null);
	const recent = useSignal<readonly Issue[] | null>(null);
	useEffect(() => {
		// The dialog is drawn when the issues to compare with are known, so that nothing moves.
		publishedFrom(0, RECENT_ISSUES).then(
			(issues) => {
				recent.value = issues.map(({ issue }) => issue);
			},
			(error: unknown) => {
				logError(error);
				recent.value = [];
			},
		);
	}, [recent]);
	const isRead = recent.value !== null;
	useEffect(() => {
		if (isRead) dialog.current?.showModal();
	}, [isRead]);

	const draft = desk.stored.draft.value;
	const assembled = desk.assembled.value;
	if (!recent.value || !draft || !assembled) return null;
	const { sections, changes } = reviewIssue(assembled.issue, recent.value);
	const leaveFor = (way: () => void) => () => {
		dialog.current?.close();
		way();
	};

	return (
		<dialog ref={dialog} class="review" aria-labelledby="review-heading" onClose={close}>
			<header>
				<h2 id="review-heading">{translate("optionsReviewHeading", issueLabel(draft))}</h2>
				<button type="button" id="review-close" onClick={() => dialog.current?.close()}>
					{translate("optionsReviewClose")}
				</button>
			</header>
			<p>
				{translate("optionsReviewFile")}{" "}
				<span class="code">{exportedFile(markdown, assembled).fileName}</span>
			</p>
			<SectionTable sections={sections} />
			{recent.value.length > 0 && <ChangeList changes={changes} />}
			<PreflightList
				desk={desk}
				id="review-findings"
				backTo="review-close"
				onGone={() => dialog.current?.close()}
				onKeyDown={() => {}}
			/>
			<div class="acts">
				{EXPORTS.map((target) => (
					<Fragment key={target.id}>
						<button type="button" onClick={leaveFor(() => copy(target))}>
							{translate(target.labels.copy)}
						</button>
						<button type="button" onClick={leaveFor(() => download(target))}>
							{translate(target.labels.download)}
						</button>
					</Fragment>
				))}
				<button
					type="button"
					class="primary"
					aria-disabled={draft.sample}
					onClick={() => !draft.sample && leaveFor(publish)()}
				>
					{translate("optionsPublish")}
				</button>
			</div>
		</dialog>
	);
}
