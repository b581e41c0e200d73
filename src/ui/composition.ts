/** What an input method takes has this `keyCode` (https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode). */
const COMPOSED = 229;

/** Whether a key belongs to an input method, which is putting a word together. */
export function isComposed({
	isComposing,
	keyCode,
}: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
	return isComposing || keyCode === COMPOSED;
}

/**
 * Keeps the keys of an input method from everything in a page that listens to keys. To be called
 * before anything else listens. The browser itself still does what they are for.
 */
export function leaveCompositionAlone(): void {
	addEventListener(
		"keydown",
		(event) => {
			if (isComposed(event)) event.stopImmediatePropagation();
		},
		{ capture: true },
	);
}
