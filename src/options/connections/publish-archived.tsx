import { repositoryHost } from "../../connections/read-address.ts";
import { issueLabel } from "../../core/archive/issue-label.ts";
import { archivedIssue } from "../../data/archive/archive.ts";
import { translate } from "../../extension/strings.ts";
import type { Connections } from "./connections.ts";
import { PublicationCard } from "./publication-card.tsx";

/** For an archived issue: a button that publishes it to the connected host, or its publication status. */
export function PublishArchived({ connections, id }: { connections: Connections; id: string }) {
	const known = connections.known.value;
	if (!known?.connection.publishes || id === "") return null;
	const publication = known.publications.find(({ issueId }) => issueId === id);
	if (publication) return <PublicationCard connections={connections} publication={publication} />;

	async function publish(): Promise<void> {
		const issue = await archivedIssue(id);
		if (issue) await connections.publish(id, issueLabel(issue));
	}

	return (
		<div class="publish-archived">
			<button type="button" onClick={() => void publish()}>
				{translate("publicationPublish", repositoryHost(known.connection.address))}
			</button>
		</div>
	);
}
