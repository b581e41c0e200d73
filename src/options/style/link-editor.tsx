import { say } from "../../browser/strings.ts";
import { LINK_LEADS, type LinkForm, type LinkLead } from "../../issue/issue.ts";
import type { HeadingForm } from "../../issue/style.ts";
import type { Desk } from "../state/desk.ts";
import { Choice } from "./choice.tsx";

const FORMS: readonly { value: LinkForm; name: string }[] = [
	{ value: "bracketed", name: "[https://…](https://…)" },
	{ value: "bare", name: "https://…" },
	{ value: "autolink", name: "<https://…>" },
];

const HEADINGS: readonly { value: HeadingForm; name: string }[] = [
	{ value: "=", name: "News ↵ ====" },
	{ value: "-", name: "News ↵ ----" },
	{ value: "#", name: "# News" },
	{ value: "##", name: "## News" },
	{ value: "###", name: "### News" },
];

/** How headings and links are set. */
export function LinkEditor({ desk }: { desk: Desk }) {
	const { styling, stored } = desk;
	const { link, heading } = stored.style.value;
	const leads: { value: LinkLead; name: string }[] = [...LINK_LEADS].reverse().map((lead) => ({
		value: lead,
		name: lead === "" ? say("optionsNothing") : lead.trim(),
	}));
	return (
		<fieldset class="columns">
			<legend>{say("optionsHeadingsAndLinks")}</legend>
			<Choice
				id="style-heading"
				label={say("optionsHeadingForm")}
				value={heading}
				options={HEADINGS}
				choose={(chosen) => void styling.set({ heading: chosen })}
			/>
			<Choice
				id="style-link-form"
				label={say("optionsLinkForm")}
				value={link.form}
				options={FORMS}
				choose={(form) => void styling.set({ link: { ...link, form } })}
			/>
			<Choice
				id="style-link-lead"
				label={say("optionsLinkLead")}
				value={link.lead}
				options={leads}
				choose={(lead) => void styling.set({ link: { ...link, lead } })}
			/>
		</fieldset>
	);
}
