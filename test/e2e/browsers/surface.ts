/**
 * What a browser has to be able to do with one document; `view.ts` builds the rest on it, once
 * for both browsers. Coordinates are CSS pixels from the top left of what is visible of it.
 */
export type Modifier = "Alt" | "Control" | "Meta" | "Shift";

export interface Shot {
	/** Width of the page; a popup keeps its own. */
	width?: number;
	/** Height; the whole page when left out. */
	height?: number;
	/** Draw it as by night. */
	dark?: boolean;
}

/** Pixels, in CSS units. */
export interface Size {
	width: number;
	height: number;
}

export interface Surface {
	/**
	 * Runs the source of a function in the page with JSON arguments; resolves with JSON. The
	 * function may use `shadowOf(element)`, which gives a shadow root even when it is closed: a
	 * person sees what is in there, too.
	 */
	call(source: string, args: readonly unknown[]): Promise<unknown>;
	/** Makes it the one that gets keys and clicks. */
	bringToFront(): Promise<void>;
	click(x: number, y: number): Promise<void>;
	/** Presses at the first point, moves to the second, lets go. */
	drag(from: Point, to: Point): Promise<void>;
	/** Puts text in place of the selection in the focused field, as a paste or an input method does. */
	insertText(text: string): Promise<void>;
	/** Presses and lets go of one key, named as in `KeyboardEvent.key`. */
	press(key: string, modifiers: readonly Modifier[]): Promise<void>;
	/**
	 * Does `action`, which opens the browser's dialog for files, and picks `paths` in it. A folder
	 * is picked by its path, in a dialog that asks for one.
	 */
	pickFiles(paths: readonly string[], action: () => Promise<void>): Promise<void>;
	/** Draws it as by night, or by day, from now on; a screenshot ends that. */
	setDark(dark: boolean): Promise<void>;
	/** Gives the page of a tab this size from now on; null for that of its window. */
	setSize(size: Size | null): Promise<void>;
	/** A PNG. */
	screenshot(shot: Shot): Promise<Buffer>;
	close(): Promise<void>;
}

export interface Point {
	x: number;
	y: number;
}
