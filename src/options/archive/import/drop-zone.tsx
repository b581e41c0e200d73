import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { translate } from "../../../extension/strings.ts";
import { filesOfDrop, hasFiles } from "./chosen-files.ts";
import { type Importing, isUnderWay } from "./importing.ts";

/**
 * Takes files that are dropped anywhere on the page while this is shown. Without it, the browser would
 * open a file that misses the target, and leave the page.
 */
export function DropZone({ importing }: { importing: Importing }) {
	const over = useSignal(false);
	useEffect(() => {
		// The `dragenter` of a child comes before the `dragleave` of its parent.
		let depth = 0;
		const listeners: Record<string, (event: DragEvent) => void> = {
			dragenter: () => {
				depth += 1;
				over.value = true;
			},
			dragleave: () => {
				depth -= 1;
				over.value = depth > 0;
			},
			dragover: (event) => {
				const free = !isUnderWay(importing.status.peek());
				if (event.dataTransfer) event.dataTransfer.dropEffect = free ? "copy" : "none";
			},
			drop: ({ dataTransfer }) => {
				depth = 0;
				over.value = false;
				if (dataTransfer) void importing.start(filesOfDrop(dataTransfer));
			},
		};
		const onDrag = (event: DragEvent) => {
			if (!hasFiles(event.dataTransfer)) return;
			event.preventDefault();
			listeners[event.type]?.(event);
		};
		const types = Object.keys(listeners) as ("dragenter" | "dragleave" | "dragover" | "drop")[];
		for (const type of types) document.addEventListener(type, onDrag);
		return () => {
			for (const type of types) document.removeEventListener(type, onDrag);
		};
	}, [importing]);

	if (!over.value) return null;
	return (
		<div class="drop-zone" aria-hidden="true">
			<p>
				{translate(isUnderWay(importing.status.value) ? "optionsImportBusy" : "optionsImportDrop")}
			</p>
		</div>
	);
}
