import { say } from "../../browser/strings.ts";
import { noSponsor } from "../../storage/sponsors.ts";
import type { Desk } from "../state/desk.ts";
import { TextField } from "../text-field.tsx";

/** Who pays for the issue, and what they want said; an empty block where nobody does yet. */
export function SponsorBlocks({ desk }: { desk: Desk }) {
	const draft = desk.stored.draft.value;
	if (!draft) return null;
	const sponsors = desk.stored.sponsors.value;
	return (sponsors.length > 0 ? sponsors : [noSponsor(draft.id)]).map(({ id }) => (
		<SponsorBlock key={id} desk={desk} id={id} />
	));
}

function SponsorBlock({ desk, id }: { desk: Desk; id: string }) {
	const { name, note, links } = desk.fields.sponsor(id);
	return (
		<div class="block sponsor">
			<TextField field={name} label={say("optionsSponsorName")} />
			<TextField field={note} label={say("optionsSponsorNote")} multiline voice="prose" />
			<TextField field={links} label={say("optionsSponsorLinks")} multiline voice="code" />
		</div>
	);
}
