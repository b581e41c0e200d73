import { useLayoutEffect, useRef } from "preact/hooks";
import type { Finding } from "../../../core/preflight/checks.ts";
import { translate } from "../../../extension/strings.ts";
import { sentence } from "../../../sentences/sentence.ts";
import type { Desk } from "../../app/desk.ts";
import { fieldKey } from "../../fields/field-ref.ts";
import { afterRender } from "../../ui/focus.ts";
import { FindingControls } from "../preflight/finding-controls.tsx";
import { goTo } from "../preflight/preflight-going.ts";
import { ItemRepeats } from "./item-repeats.tsx";

/**
 * The repeats and the findings of an open item, as text. They are below the fields, so that no field moves
 * while a person types. One line is always reserved, and the space of a fixed finding stays until the item
 * is closed, so that the items below move as little as possible.
 */
export function ItemFindings({ desk, id }: { desk: Desk; id: string }) {
	const findings = desk.preflight.ofItem(id).value;
	const repeats = desk.repeats.of(id).value;
	const space = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const { current } = space;
		if (current) current.style.minHeight = `${current.offsetHeight}px`;
	}, [findings, repeats]);
	const idOf = (at: number) => `item-${id}-finding-${at}`;

	/** Fixes or dismisses a finding. The focus moves to the next finding, or to the note. */
	async function resolve(work: () => Promise<void>, at: number, outcome: "fixed" | "dismissed") {
		await work();
		desk.showNotice(
			sentence(outcome === "fixed" ? "optionsPreflightFixed" : "optionsPreflightDismissed"),
		);
		await afterRender();
		const left = Math.min(at, desk.preflight.ofItem(id).peek().length - 1);
		const next = document.getElementById(idOf(left));
		(next ?? document.getElementById(fieldKey({ of: "item", id, part: "note" })))?.focus();
	}

	return (
		<div class="findings-space" ref={space}>
			<ItemRepeats desk={desk} id={id} />
			{findings.length > 0 && (
				<fieldset class="item-findings" aria-label={translate("optionsPreflightInItem")}>
					{findings.map((finding: Finding, at) => (
						<div key={finding.key}>
							<FindingControls
								finding={finding}
								id={idOf(at)}
								go={() => void goTo(desk, finding)}
								act={() =>
									void resolve(() => desk.preflight.dismiss(finding, true), at, "dismissed")
								}
								action={translate("optionsPreflightDismiss")}
								fix={() => void resolve(() => desk.preflight.fix(finding), at, "fixed")}
							/>
						</div>
					))}
				</fieldset>
			)}
		</div>
	);
}
