/** A simulated full disk: it refuses every write as the browser would. */

/** Runs in a page: from now on, every write fails because the disk is full, until there is space again. */
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
