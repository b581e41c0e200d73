import type { OpenConflict } from "../../data/sharing/conflicts.ts";
import { type StringKey, translate } from "../../extension/strings.ts";
import { sideBySide } from "../style/learning/side-by-side.ts";
import { ComparedText } from "../ui/compared-text.tsx";
import type { Connections } from "./connections.ts";
import "./connections.css";

/** Conflicts, where two people changed the same text: the later text, and the other text beside it. */
export function ConflictList({ connections }: { connections: Connections }) {
	const conflicts = connections.known.value?.sharing.conflicts ?? [];
	return (
		<>
			{conflicts.map((open) => (
				<Conflict key={open.conflict.id} connections={connections} open={open} />
			))}
		</>
	);
}

/** The labels of the fields, by their names in the record. */
const FIELD_NAMES: Readonly<Record<string, StringKey>> = {
	note: "optionsNote",
	title: "optionsTitle",
	links: "optionsLinks",
	intro: "optionsIntro",
	footer: "optionsFooter",
};

function Conflict({ connections, open }: { connections: Connections; open: OpenConflict }) {
	const { conflict, name, stands, other } = open;
	const { id, field } = conflict;
	const { before, after } = sideBySide(stands, other);
	const known = FIELD_NAMES[field];
	const fieldName = known ? translate(known) : field;
	return (
		<section class="publication" aria-labelledby={`conflict-${id}`}>
			<h2 id={`conflict-${id}`}>{translate("conflictOf", fieldName, name)}</h2>
			<p>{translate("conflictLead", fieldName, name)}</p>
			<div class="compared">
				<ComparedText
					id={`stands-${id}`}
					heading={translate("conflictStands")}
					fileName={fieldName}
					lines={before}
					level="h3"
				/>
				<ComparedText
					id={`other-${id}`}
					heading={translate("conflictOther")}
					fileName={fieldName}
					lines={after}
					level="h3"
				/>
			</div>
			<div class="ways">
				<button type="button" onClick={() => connections.resolveConflict(id, false)}>
					{translate("conflictKeep")}
				</button>
				<button type="button" onClick={() => connections.resolveConflict(id, true)}>
					{translate("conflictUse")}
				</button>
			</div>
		</section>
	);
}
