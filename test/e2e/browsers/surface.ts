/**
 * The actions of a browser on one document. `view.ts` builds the rest on them, once for both browsers.
 * Coordinates are CSS pixels from the top left of the visible part.
 */
export type Modifier = "Alt" | "Control" | "Meta" | "Shift";

export interface Shot {
	/** Width of the page; a popup keeps its own width. */
	width?: number;
	/** Height; by default that of the whole page. */
	height?: number;
	/** Use the dark theme. */
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
	 * function may use `shadowOf(element)`, which returns a shadow root even if it is closed,
	 * because a person also sees its content.
	 */
	call(source: string, args: readonly unknown[]): Promise<unknown>;
	/** Makes it the document that gets keys and clicks. */
	bringToFront(): Promise<void>;
	click(x: number, y: number): Promise<void>;
	/** Presses at the first point, moves to the second, and releases. */
	drag(from: Point, to: Point): Promise<void>;
	/** Replaces the selection in the focused field by text, as a paste or an input method does. */
	insertText(text: string): Promise<void>;
	/** Presses and releases one key, named as in `KeyboardEvent.key`. */
	press(key: string, modifiers: readonly Modifier[]): Promise<void>;
	/**
	 * Runs `action`, which opens the browser's file dialog, and chooses `paths` in it. A folder is
	 * chosen by its path, in a dialog for folders.
	 */
	pickFiles(paths: readonly string[], action: () => Promise<void>): Promise<void>;
	/** Uses the dark or the light theme from now on, until the next screenshot. */
	setDark(dark: boolean): Promise<void>;
	/** Sets the size of a tab's page from now on; null for the size of its window. */
	setSize(size: Size | null): Promise<void>;
	/** A PNG. */
	screenshot(shot: Shot): Promise<Buffer>;
	close(): Promise<void>;
}

export interface Point {
	x: number;
	y: number;
}
