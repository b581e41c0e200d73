/** Signs that a text was treated as more than text. */
import type { View } from "./browsers/browser.ts";

/** Problems on a page: scripts that ran, and elements and attributes that Galley does not use. */
export interface Signs {
	ran: boolean;
	elements: string[];
	handlers: string[];
	/** Links that do not lead to the web, to mail or to another panel. */
	links: string[];
}

export const NO_SIGNS: Signs = { ran: false, elements: [], handlers: [], links: [] };

/** Looks for these signs on a page of Galley. */
export function signsOn(page: View): Promise<Signs> {
	return page.evaluate((): Signs => {
		const all = [...document.body.querySelectorAll<HTMLElement>("*")];
		const foreign =
			"script,iframe,frame,object,embed,img,picture,video,audio,source,base,meta,link,style,math,marquee,template,foreignObject,image,use,animate,input[autofocus]";
		const safe = /^(?:https?:|mailto:|#|chrome-extension:|moz-extension:|blob:)/;
		return {
			ran: "hostileRan" in globalThis,
			elements: all.filter((each) => each.matches(foreign)).map((each) => each.outerHTML),
			handlers: all
				.filter((each) => each.getAttributeNames().some((name) => name.startsWith("on")))
				.map((each) => each.outerHTML),
			links: all
				.flatMap((each) => each.getAttribute("href") ?? [])
				.filter((address) => !safe.test(address)),
		};
	});
}
