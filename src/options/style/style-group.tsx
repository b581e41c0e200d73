import type { ComponentChildren } from "preact";

interface StyleGroupProps {
	/** The last part of the address that leads to it, as `sections` of `#/style/sections`. */
	id: string;
	name: string;
	/** A sentence of help under the name. */
	lead?: string | undefined;
	/** Its fields stand beside each other where there is room. */
	columns?: boolean | undefined;
	children: ComponentChildren;
}

/** The id of the element that a group is. */
export function groupId(id: string): string {
	return `style-group-${id}`;
}

/** Parts of the house style that belong together, under a heading that a link leads to. */
export function StyleGroup({ id, name, lead, columns, children }: StyleGroupProps) {
	return (
		<fieldset id={groupId(id)} tabIndex={-1} class={columns ? "columns" : undefined}>
			<legend>{name}</legend>
			{lead && <p class="hint lead">{lead}</p>}
			{children}
		</fieldset>
	);
}
