/** Outlines on a 16 px grid, drawn in the color of the text around them. */
const PATHS = {
	up: "M8 13V3M3.5 7.5 8 3l4.5 4.5",
	down: "M8 3v10M3.5 8.5 8 13l4.5-4.5",
	delete: "M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.5 9h6l.5-9M6.8 7v4M9.2 7v4",
	again: "M3 8a5 5 0 0 1 8.7-3.4L13 6M13 2.5V6H9.5M13 8a5 5 0 0 1-8.7 3.4L3 10M3 13.5V10h3.5",
	close: "M4 4l8 8M12 4l-8 8",
	undo: "M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6",
	redo: "M10.5 3l3 3-3 3M13.5 6H6a3.5 3.5 0 0 0 0 7h4",
	move: "M2.5 3.5h6M2.5 8h4M2.5 12.5h6M9 8h4.5M11.5 6l2 2-2 2",
	shelf: "M2 12.5h12M4 10V4h2.5v6M7.5 10V3H10v7M11.5 10l1-5.5",
	unshelve: "M2 13.5h12M8 10.5v-8M4.5 6 8 2.5 11.5 6",
	edit: "M3 13l.8-3.2 6.7-6.6 2.3 2.3-6.6 6.7L3 13ZM9 4.7 11.3 7",
	calendar: "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5",
	grip: "M6 3.5h.01M10 3.5h.01M6 8h.01M10 8h.01M6 12.5h.01M10 12.5h.01",
	shown:
		"M1.5 8s2.4-4.5 6.5-4.5S14.5 8 14.5 8 12.1 12.5 8 12.5 1.5 8 1.5 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6",
	hidden:
		"M1.5 8s2.4-4.5 6.5-4.5S14.5 8 14.5 8 12.1 12.5 8 12.5 1.5 8 1.5 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6M2.5 13.5l11-11",
} as const;

/** A small picture that repeats the name of a control. It has no accessible name of its own. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
	return (
		<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
			<path d={PATHS[name]} />
		</svg>
	);
}
