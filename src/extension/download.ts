/** Long enough for any browser to begin reading. After that, the address of the text is released. */
const KEEP_MS = 60_000;

/**
 * Downloads a text as a file from a page. Clicking a link needs no permission. Depending on its settings,
 * the browser asks where to save the file, or adds a number to its name.
 */
export function download(fileName: string, mime: string, text: string): void {
	downloadBlob(fileName, new Blob([text], { type: mime }));
}

/** Does the same with an existing file. */
export function downloadBlob(fileName: string, file: Blob): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement("a");
	link.href = url;
	link.download = fileName;
	// Firefox only follows links that are part of the page.
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
