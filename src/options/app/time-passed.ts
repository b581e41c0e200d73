const HOUR_MS = 60 * 60 * 1000;

/**
 * Calls `listener` every hour and whenever the page comes into view, until it is ended: for what a
 * page that stays open for weeks says about the date.
 */
export function onTimePassed(listener: () => void): () => void {
	const look = () => {
		if (document.visibilityState === "visible") listener();
	};
	document.addEventListener("visibilitychange", look);
	const timer = setInterval(listener, HOUR_MS);
	return () => {
		document.removeEventListener("visibilitychange", look);
		clearInterval(timer);
	};
}
