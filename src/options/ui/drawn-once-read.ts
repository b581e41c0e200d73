import { useSignal, useSignalEffect } from "@preact/signals";

/**
 * Whether a part of the page is to be drawn: from the moment at which all it shows has been read.
 * What is drawn before would move when the rest comes, maybe under the pointer.
 *
 * @param isRead reads signals; what it gives no longer counts once it has been true
 */
export function useDrawnOnceRead(isRead: () => boolean): boolean {
	const isDrawn = useSignal(isRead());
	useSignalEffect(() => {
		if (!isDrawn.peek() && isRead()) isDrawn.value = true;
	});
	return isDrawn.value;
}
