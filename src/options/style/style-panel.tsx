import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { type StringKey, translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { FailureAlert } from "../app/failure.tsx";
import { Preview } from "../draft/preview/preview.tsx";
import { focusById } from "../ui/focus.ts";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { PartsNav } from "../ui/parts-nav.tsx";
import { SavedMark } from "../ui/saved-mark.tsx";
import { ExemptionsEditor } from "./exemptions/exemptions-editor.tsx";
import { HeadingsEditor } from "./headings-editor.tsx";
import { ItemPatternEditor } from "./item-pattern-editor.tsx";
import { LearnStyle } from "./learning/learn-style.tsx";
import { SectionsEditor } from "./sections/sections-editor.tsx";
import { SpacingEditor } from "./spacing-editor.tsx";
import { SponsorEditor } from "./sponsor-editor.tsx";
import { groupId, StyleGroup } from "./style-group.tsx";
import { TopEditor } from "./top-editor.tsx";

/** The parts of the house style in the order of a file. Each group has its own address. */
const GROUPS: readonly {
	id: string;
	name: StringKey;
	lead?: StringKey;
	columns?: true;
	View(props: { desk: Desk }): ComponentChildren;
}[] = [
	{ id: "learn", name: "optionsStyleFromIssue", lead: "optionsLearnLead", View: LearnStyle },
	{ id: "sections", name: "optionsSections", lead: "optionsSectionsLead", View: SectionsEditor },
	{ id: "top", name: "optionsStyleTop", lead: "optionsPatternsLead", View: TopEditor },
	{ id: "items", name: "optionsStyleItems", lead: "optionsItemsLead", View: ItemPatternEditor },
	{ id: "headings", name: "optionsStyleHeadings", columns: true, View: HeadingsEditor },
	{ id: "sponsor", name: "optionsStyleSponsor", View: SponsorEditor },
	{
		id: "lines",
		name: "optionsStyleLines",
		lead: "optionsSpacingLead",
		columns: true,
		View: SpacingEditor,
	},
	{ id: "repeats", name: "optionsExempt", lead: "optionsExemptLead", View: ExemptionsEditor },
];

interface StylePanelProps {
	desk: Desk;
	/** The group in the address; empty if there is none. */
	group: string;
}

/** The house style in groups, with a preview of an issue in this style. */
export function StylePanel({ desk, group }: StylePanelProps) {
	const { stylePreview } = desk;
	const attend = ({ target }: FocusEvent) => {
		if (target instanceof HTMLElement && target.id !== "") stylePreview.attend(target.id);
	};

	useEffect(() => {
		// After the page has focused the panel, which it does for every address.
		if (group !== "") setTimeout(() => void focusById(groupId(group)), 0);
	}, [group]);

	return (
		<>
			<div class="bar">
				<PanelHeading>{translate("optionsPanelStyle")}</PanelHeading>
				<div class="status">
					<SavedMark desk={desk} />
				</div>
				<FailureAlert desk={desk} />
			</div>
			<div class="desk">
				<div class="draft style" onFocusIn={attend}>
					<PartsNav
						label={translate("optionsStyleParts")}
						panel="style"
						partId={groupId}
						parts={GROUPS.map(({ id, name }) => ({ id, name: translate(name) }))}
						current={group}
					/>
					{GROUPS.map(({ id, name, lead, columns, View }) => (
						<StyleGroup
							key={id}
							id={id}
							name={translate(name)}
							lead={lead && translate(lead)}
							columns={columns}
						>
							<View desk={desk} />
						</StyleGroup>
					))}
				</div>
				<Preview
					desk={desk}
					marked={stylePreview.marked}
					caption={
						stylePreview.onSample.value && <p class="hint">{translate("optionsStyleOnSample")}</p>
					}
				/>
			</div>
		</>
	);
}
