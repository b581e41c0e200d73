import type { ComponentChildren } from "preact";

/** The heading of a panel. It has the same size on all panels. */
export function PanelHeading({ id, children }: { id?: string; children: ComponentChildren }) {
	return (
		<h2 id={id} class="panel-heading">
			{children}
		</h2>
	);
}
