/** Long enough for any browser to have begun reading; the text is let go of afterwards. */
const KEEP_MS = 60_000;

/**
 * Downloads a text as a file, from a page. It is a link that is clicked, which needs no
 * permission; the browser asks for a place or numbers the name as it is set to.
 */
export function download(fileName: string, mime: string, text: string): void {
	downloadBlob(fileName, new Blob([text], { type: mime }));
}

/** The same with a file that is there already. */
export function downloadBlob(fileName: string, file: Blob): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement("a");
	link.href = url;
	link.download = fileName;
	// Firefox follows only links that are part of the page.
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
