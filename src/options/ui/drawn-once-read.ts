import { useSignal, useSignalEffect } from "@preact/signals";

/**
 * Whether to draw a part of the page: true once all data that it shows has been read. If it were drawn
 * earlier, it would move when the rest arrives, possibly under the pointer.
 *
 * @param isRead reads signals; its result is ignored once it has been true
 */
export function useDrawnOnceRead(isRead: () => boolean): boolean {
	const isDrawn = useSignal(isRead());
	useSignalEffect(() => {
		if (!isDrawn.peek() && isRead()) isDrawn.value = true;
	});
	return isDrawn.value;
}
