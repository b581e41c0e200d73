/**
 * Answers the file dialog, inside Firefox's window; see `firefox-inside.ts`. No driver can reach the
 * system's dialog, so the next one is replaced: it opens nothing and immediately returns the chosen
 * files. Everything before and after it is the browser's own code.
 */
import type { Inside } from "./firefox-inside.ts";
import type { DialogFrame, FilePickerWindow, NsFile, XulDialog } from "./firefox-types.ts";

declare const Cc: Record<string, { createInstance(type: unknown): unknown }>;
declare const Ci: { nsIFile: unknown; nsIComponentRegistrar: unknown };
declare const Components: { manager: { QueryInterface(type: unknown): ComponentRegistrar } };
declare const Services: { uuid: { generateUUID(): unknown } };
declare const ChromeUtils: { generateQI(names: readonly string[]): unknown };

interface ComponentRegistrar {
	contractIDToCID(contract: string): unknown;
	registerFactory(id: unknown, name: string, contract: string, factory: object | null): void;
	unregisterFactory(id: unknown, factory: object): void;
}

/** Makes the next file dialog return `paths`. */
export function answerFilePicker(inside: Inside, paths: readonly string[]): void {
	const contract = "@mozilla.org/filepicker;1";
	const window = inside.front() as FilePickerWindow;
	const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
	const own = registrar.contractIDToCID(contract);
	const files = paths.map((path) => {
		const file = Cc["@mozilla.org/file/local;1"]?.createInstance(Ci.nsIFile) as NsFile;
		file.initWithPath(path);
		return file;
	});
	const picker = {
		QueryInterface: ChromeUtils.generateQI(["nsIFilePicker"]),
		init() {},
		appendFilter() {},
		appendFilters() {},
		appendRawFilter() {},
		filterIndex: 0,
		defaultString: "",
		displayDirectory: null,
		get file() {
			return files[0];
		},
		get files() {
			let at = 0;
			return {
				QueryInterface: ChromeUtils.generateQI(["nsISimpleEnumerator"]),
				hasMoreElements: () => at < files.length,
				getNext: () => files[at++],
			};
		},
		isModeSupported: async () => true,
		open({ done }: { done(result: number): void }) {
			registrar.unregisterFactory(id, factory);
			registrar.registerFactory(own, "", contract, null);
			const ok = 0;
			window.setTimeout(() => {
				done(ok);
				window.galleyPicked = true;
			}, 0);
		},
	};
	const id = Services.uuid.generateUUID();
	const factory = {
		QueryInterface: ChromeUtils.generateQI(["nsIFactory"]),
		createInstance: () => picker,
	};
	window.galleyPicked = false;
	registrar.registerFactory(id, "", contract, factory);
}

/**
 * Whether the dialog has been requested and answered. For a folder, Firefox itself asks for a
 * confirmation, and the answer is yes.
 */
export function filePickerAnswered(inside: Inside, folder: boolean): boolean {
	const window = inside.front() as FilePickerWindow;
	if (!folder || !window.galleyPicked) return window.galleyPicked === true;
	for (const frame of window.document.querySelectorAll<DialogFrame>(".dialogFrame")) {
		const accept = frame.contentDocument?.querySelector<XulDialog>("dialog")?.getButton("accept");
		if (!accept || accept.disabled) continue;
		accept.click();
		return true;
	}
	return false;
}
