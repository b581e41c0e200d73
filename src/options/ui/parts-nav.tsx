import { hashOf, type Panel } from "../app/route.ts";
import { focusById } from "./focus.ts";

interface PartsNavProps {
	label: string;
	panel: Panel;
	/** The parts of the panel; each is an element with the id that `partId` makes. */
	parts: readonly { id: string; name: string }[];
	/** The one that the address leads to; empty for none. */
	current: string;
	partId(id: string): string;
}

/** The way to each part of a panel, each with an address of its own. */
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
