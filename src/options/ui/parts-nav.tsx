import { hashOf, type Panel } from "../app/route.ts";
import { focusById } from "./focus.ts";

interface PartsNavProps {
	label: string;
	panel: Panel;
	/** The parts of the panel. The id of each element is made by `partId`. */
	parts: readonly { id: string; name: string }[];
	/** The part in the address; empty if there is none. */
	current: string;
	partId(id: string): string;
}

/** Links to the parts of a panel. Each part has its own address. */
export function PartsNav({ label, panel, parts, current, partId }: PartsNavProps) {
	return (
		<nav class="contents" aria-label={label}>
			<ul>
				{parts.map(({ id, name }) => (
					<li key={id}>
						<a
							href={hashOf(panel, id)}
							aria-current={id === current ? "true" : undefined}
							onClick={() => void focusById(partId(id))}
						>
							{name}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
