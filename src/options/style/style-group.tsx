import type { ComponentChildren } from "preact";

interface StyleGroupProps {
	/** The last part of its address, such as `sections` in `#/style/sections`. */
	id: string;
	name: string;
	/** A sentence of help below the heading. */
	lead?: string | undefined;
	/** Whether its fields are side by side if there is enough space. */
	columns?: boolean | undefined;
	children: ComponentChildren;
}

/** The id of the element of a group. */
export function groupId(id: string): string {
	return `style-group-${id}`;
}

/** A group of related parts of the house style, with a heading and an address. */
export function StyleGroup({ id, name, lead, columns, children }: StyleGroupProps) {
	return (
		<fieldset id={groupId(id)} tabIndex={-1} class={columns ? "columns" : undefined}>
			<legend>{name}</legend>
			{lead && <p class="hint lead">{lead}</p>}
			{children}
		</fieldset>
	);
}
