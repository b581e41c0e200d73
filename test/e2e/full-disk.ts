/** A full disk, as a page meets it: the stand-in refuses what is written, as the browser would. */

/** Runs in a page: from now on, whatever is written meets a full disk until there is room again. */
export function fillDisk(): void {
	const { put } = IDBObjectStore.prototype;
	document.documentElement.dataset.disk = "full";
	IDBObjectStore.prototype.put = function (...args) {
		if (document.documentElement.dataset.disk === "full") {
			throw new DOMException("full", "QuotaExceededError");
		}
		return put.apply(this, args);
	};
}

/** Runs in a page. */
export function makeRoom(): void {
	document.documentElement.dataset.disk = "";
}
