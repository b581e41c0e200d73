/** Outlines on a 16 px grid, drawn with the colour of the text around them. */
const PATHS = {
	up: "M8 13V3M3.5 7.5 8 3l4.5 4.5",
	down: "M8 3v10M3.5 8.5 8 13l4.5-4.5",
	delete: "M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.5 9h6l.5-9M6.8 7v4M9.2 7v4",
	again: "M3 8a5 5 0 0 1 8.7-3.4L13 6M13 2.5V6H9.5M13 8a5 5 0 0 1-8.7 3.4L3 10M3 13.5V10h3.5",
	grip: "M6 3.5h.01M10 3.5h.01M6 8h.01M10 8h.01M6 12.5h.01M10 12.5h.01",
} as const;

/** A small picture that repeats what a control's name says; it has no name of its own. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
	return (
		<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
			<path d={PATHS[name]} />
		</svg>
	);
}
