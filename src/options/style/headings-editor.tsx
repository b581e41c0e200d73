import { say } from "../../extension/strings.ts";
import { LINK_LEADS, type LinkForm, type LinkLead } from "../../issue/issue.ts";
import type { HeadingForm } from "../../issue/style.ts";
import type { Desk } from "../app/desk.ts";
import { Choice } from "./choice.tsx";

const FORMS: readonly { value: LinkForm; name: string }[] = [
	{ value: "bracketed", name: "[https://…](https://…)" },
	{ value: "bare", name: "https://…" },
	{ value: "autolink", name: "<https://…>" },
];

const HEADINGS: readonly HeadingForm[] = ["=", "-", "#", "##", "###"];

/** A heading as it is written, on one line. */
function written(form: HeadingForm, heading: string): string {
	return form.startsWith("#") ? `${form} ${heading}` : `${heading} ↵ ${form.repeat(4)}`;
}

/** How headings and links are set. */
export function HeadingsEditor({ desk }: { desk: Desk }) {
	const { styling, stored } = desk;
	const { link, heading, sections } = stored.style.value;
	const example = sections[0]?.heading ?? say("optionsHeading");
	const leads: { value: LinkLead; name: string }[] = [...LINK_LEADS].reverse().map((lead) => ({
		value: lead,
		name: lead === "" ? say("optionsNothing") : lead.trim(),
	}));
	return (
		<>
			<Choice
				id="style-heading"
				label={say("optionsHeadingForm")}
				value={heading}
				options={HEADINGS.map((value) => ({ value, name: written(value, example) }))}
				choose={(chosen) => void styling.set(() => ({ heading: chosen }))}
			/>
			<Choice
				id="style-link-form"
				label={say("optionsLinkForm")}
				value={link.form}
				options={FORMS}
				choose={(form) => void styling.set((style) => ({ link: { ...style.link, form } }))}
			/>
			<Choice
				id="style-link-lead"
				label={say("optionsLinkLead")}
				value={link.lead}
				options={leads}
				choose={(lead) => void styling.set((style) => ({ link: { ...style.link, lead } }))}
			/>
		</>
	);
}
