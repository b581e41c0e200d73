/** Where it is kept: to be had before anything is drawn, which IndexedDB is not. */
const KEY = "sections-height";

/** Keeps as much room for the sections as they took when the popup was last open. */
export function keepSectionsHeight(): void {
	const height = storage()?.getItem(KEY);
	if (height) document.documentElement.style.setProperty("--sections-height", height);
}

/** Notes how much room the sections take, once they are drawn. */
export function noteSectionsHeight(): void {
	const last = document.querySelector("fieldset label:last-of-type");
	const first = document.querySelector("fieldset label");
	if (!first || !last) return;
	const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
	storage()?.setItem(KEY, `${Math.ceil(height)}px`);
}

/** None where the browser is set to store nothing for pages. */
function storage(): Storage | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}
