/** The key in local storage. IndexedDB could not be read before the first render. */
const KEY = "sections-height";

/** Reserves as much height for the sections as they had when the popup was last open. */
export function keepSectionsHeight(): void {
	const height = storage()?.getItem(KEY);
	if (height) document.documentElement.style.setProperty("--sections-height", height);
}

/** Saves the height of the sections after they have been rendered. */
export function noteSectionsHeight(): void {
	const last = document.querySelector("fieldset label:last-of-type");
	const first = document.querySelector("fieldset label");
	if (!first || !last) return;
	const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
	storage()?.setItem(KEY, `${Math.ceil(height)}px`);
}

/** Null if the browser is set to store no data of pages. */
function storage(): Storage | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}
