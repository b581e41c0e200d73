/**
 * The `keyCode` of keys that an input method handles
 * (https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode).
 */
const COMPOSED = 229;

/** Whether a key belongs to an input method that is composing a word. */
export function isComposed({
	isComposing,
	keyCode,
}: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
	return isComposing || keyCode === COMPOSED;
}

/**
 * Stops key events of input methods before other listeners of the page receive them. Call it before any
 * other listener is added. The browser still handles the keys.
 */
export function ignoreComposition(): void {
	addEventListener(
		"keydown",
		(event) => {
			if (isComposed(event)) event.stopImmediatePropagation();
		},
		{ capture: true },
	);
}
