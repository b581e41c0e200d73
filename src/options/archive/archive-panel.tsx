import { useEffect } from "preact/hooks";
import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { Alert } from "../ui/alert.tsx";
import { useDrawnOnceRead } from "../ui/drawn-once-read.ts";
import { PanelHeading } from "../ui/panel-heading.tsx";
import type { ArchiveDesk } from "./archive-desk.ts";
import { archivedPlace } from "./archived-place.ts";
import { ArchivedView } from "./archived-view.tsx";
import { ImportView } from "./import/import-view.tsx";
import { IssueList } from "./issue-list.tsx";
import { SearchView } from "./search/search-view.tsx";
import { StatisticsView } from "./statistics/statistics-view.tsx";

interface ArchivePanelProps {
	desk: Desk;
	archiveDesk: ArchiveDesk;
	/** The open issue and possibly one of its items; empty if none is open. */
	detail: string;
}

/** The published issues, and the text of the open one. */
export function ArchivePanel({ desk, archiveDesk, detail }: ArchivePanelProps) {
	const { archive } = desk;
	const { issueId: id, at } = archivedPlace(detail);
	useEffect(() => archive.follow(), [archive]);
	useEffect(() => archive.open(id), [archive, id]);

	useEffect(() => archiveDesk.searchState.follow(), [archiveDesk]);

	const opened = archive.opened.value;
	const isDrawn = useDrawnOnceRead(
		() =>
			archive.failure.value !== null ||
			(archive.issues.value !== null && (id === "" || archive.opened.value !== undefined)),
	);
	if (!isDrawn) return null;
	const failure = archive.failure.value;
	const hasIssues = (archive.issues.value?.length ?? 0) > 0;
	return (
		<div class="archive">
			<div class="intake">
				<div class="archive-heading">
					<PanelHeading>{translate("optionsPanelArchive")}</PanelHeading>
					<RereadProgress archiveDesk={archiveDesk} />
				</div>
				<Alert sentence={failure} />
				<ImportView importing={archiveDesk.importing} />
			</div>
			<div class="look">
				{id !== "" && opened === null && <p>{translate("optionsIssueGone")}</p>}
				{opened && opened.id === id && (
					<ArchivedView key={id} desk={desk} archiveDesk={archiveDesk} issue={opened} at={at} />
				)}
				{id === "" && hasIssues && (
					<>
						<SearchView archiveDesk={archiveDesk} />
						<StatisticsView statistics={archiveDesk.statistics} />
					</>
				)}
			</div>
			<IssueList archive={archive} current={id} />
		</div>
	);
}

/**
 * The progress while the archive is parsed again. Until that ends, search, repeats and statistics use what
 * was parsed before.
 */
function RereadProgress({ archiveDesk }: Pick<ArchivePanelProps, "archiveDesk">) {
	const progress = archiveDesk.rereading.value;
	return (
		<p class="caption" role="status">
			{progress && translate("optionsRereading", progress.read, progress.of)}
		</p>
	);
}
