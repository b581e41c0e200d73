import type { ComponentChildren } from "preact";

/** The heading of a panel: one size on all of them. */
export function PanelHeading({ id, children }: { id?: string; children: ComponentChildren }) {
	return (
		<h2 id={id} class="panel-heading">
			{children}
		</h2>
	);
}
