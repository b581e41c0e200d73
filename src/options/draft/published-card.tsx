import { translate } from "../../extension/strings.ts";
import { sentence } from "../../sentences/sentence.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { fieldKey } from "../fields/field-ref.ts";
import { focusById } from "../ui/focus.ts";
import { IconButton } from "../ui/icon-button.tsx";

/** What was saved where when an issue was published, and what comes next. It stays until dismissed. */
export function PublishedCard({ desk }: { desk: Desk }) {
	const { publishing, stored } = desk;
	const issue = publishing.justPublished.value;
	const draft = stored.draft.value;
	if (!issue || !draft) return null;
	const { id, label, next, fileName, isDownloaded } = issue;

	function leave(): void {
		publishing.dismissPublished();
		void focusById(fieldKey({ of: "draft", id: draft?.id ?? "", part: "intro" }));
	}

	async function copy(): Promise<void> {
		const copied = await publishing.copyPublished();
		desk.showNotice(sentence(copied ? "optionsCopied" : "optionsPublishedCopyFailed"));
	}

	return (
		<section class="published" aria-labelledby="published-heading">
			<h2 id="published-heading">{translate("optionsPublishedHeading", label)}</h2>
			<ul>
				<li>
					{translate(isDownloaded ? "optionsPublishedFile" : "optionsPublishedNoFile", fileName)}
				</li>
				<li>{translate("optionsPublishedArchived")}</li>
			</ul>
			<div class="acts">
				<button type="button" onClick={() => void copy()}>
					{translate("optionsPublishedCopy")}
				</button>
				<a href={hashOf("archive", id)}>{translate("optionsPublishedOpenArchived", label)}</a>
				<button type="button" onClick={leave}>
					{translate("optionsPublishedStart", next)}
				</button>
			</div>
			<IconButton icon="close" label={translate("optionsPublishedDismiss")} act={leave} />
		</section>
	);
}
