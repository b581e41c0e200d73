const HOUR_MS = 60 * 60 * 1000;

/**
 * Calls `listener` every hour and whenever the page becomes visible, until the returned function is
 * called. A page that stays open for weeks needs this to update what depends on the date.
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
