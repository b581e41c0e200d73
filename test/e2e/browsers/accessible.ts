/**
 * Finds elements by role and accessible name. The function `accessible` is sent into the page as
 * source, the same in both browsers, so it may use nothing from outside itself.
 *
 * Roles and names follow WAI-ARIA and "Accessible Name and Description Computation 1.2" as far as
 * an extension's pages use them: neither CSS content nor `aria-owns`.
 */

/** See `Surface.call`. */
declare const shadowOf: (element: Element) => ShadowRoot | null;

export interface Query {
	role: string;
	/** Exact accessible name; by default any. White space counts as one space. */
	name?: string;
	/** Whether the name only has to begin like this: the rest may change at any moment. */
	begins?: boolean;
	/** Names of regions (or groups, dialogs, forms), outermost first. */
	within?: readonly string[];
	/** A list item in the region: its position, from 0, or a text that it contains. */
	item?: number | string;
	/** The position among those that match, from 0. By default the first. */
	nth?: number;
}

/** What to find out about the found element, or to do with it. */
export type Question =
	| "where"
	| "select"
	| "set"
	| "value"
	| "checked"
	| "text"
	| "names"
	| "exists"
	| "html";

export type Answer =
	| {
			found: true;
			value: string | boolean | string[];
			x: number;
			y: number;
			height: number;
			ready: string;
	  }
	| { found: false; why: string };

/**
 * Answers `question` about the elements that `query` finds. `text` is only for `set`.
 *
 * - `where`: scrolls it into view; `x`, `y` is its middle, `height` its height, and `ready` is
 *   empty, or the reason why it cannot be clicked.
 * - `select`: focuses it and selects its content; the value is its `type`.
 * - `set`: sets the value of the field to `text`, for dates and other fields that are not typed in.
 * - `names`: of all that match. The other questions are about one.
 */
export function accessible(question: Question, query: Query, text: string): Answer {
	const squeeze = (words: string) => words.replace(/\s+/g, " ").trim();

	const shown = (element: Element) =>
		element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) &&
		!element.closest("[aria-hidden=true], [inert]");

	/** The text of a name as it is read aloud, without controls inside a label. */
	const textOf = (node: Node, skip?: Node): string => {
		if (node === skip) return "";
		if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
		if (!(node instanceof Element)) return "";
		if (node.getAttribute("aria-hidden") === "true" || node.hasAttribute("hidden")) return "";
		if (node.matches("style, script, input, textarea, select")) return "";
		const own = node.getAttribute("aria-label") ?? node.getAttribute("alt");
		if (own) return own;
		const inner = [...node.childNodes].map((child) => textOf(child, skip)).join("");
		return getComputedStyle(node).display.startsWith("inline") ? inner : ` ${inner} `;
	};

	const nameOf = (element: Element): string => {
		const root = element.getRootNode() as Document | ShadowRoot;
		const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
		const byIds = ids.map((id) => root.getElementById(id)).filter((found) => found !== null);
		if (byIds.length > 0) return squeeze(byIds.map((found) => textOf(found)).join(" "));
		const label = element.getAttribute("aria-label");
		if (label?.trim()) return squeeze(label);
		if (
			element instanceof HTMLInputElement &&
			["button", "submit", "reset"].includes(element.type)
		) {
			return squeeze(element.value);
		}
		const { labels } = element as HTMLInputElement;
		if (labels && labels.length > 0) {
			return squeeze([...labels].map((found) => textOf(found, element)).join(" "));
		}
		if (element.matches("fieldset")) {
			const legend = element.querySelector("legend");
			if (legend) return squeeze(textOf(legend));
		}
		const alt = element.getAttribute("alt");
		if (alt) return squeeze(alt);
		if (!element.matches("section, input, textarea, select, fieldset, form, [role=region]")) {
			const content = squeeze([...element.childNodes].map((child) => textOf(child)).join(""));
			if (content) return content;
		}
		return squeeze(element.getAttribute("title") ?? element.getAttribute("placeholder") ?? "");
	};

	/** Elements that have a role by their tag alone. */
	const tagRoles: Record<string, string> = {
		textarea: "textbox",
		select: "combobox",
		button: "button",
		summary: "button",
		li: "listitem",
		ul: "list",
		ol: "list",
		fieldset: "group",
		dialog: "dialog",
		output: "status",
		img: "img",
		main: "main",
		nav: "navigation",
		form: "form",
	};

	const rolesOf = (element: Element): string[] => {
		const explicit = element.getAttribute("role")?.trim().split(/\s+/)[0];
		if (explicit) return explicit === "searchbox" ? ["searchbox", "textbox"] : [explicit];
		const tag = element.localName;
		const byTag = tagRoles[tag];
		if (byTag) return [byTag];
		if (element instanceof HTMLInputElement) {
			const { type } = element;
			if (["radio", "checkbox"].includes(type)) return [type];
			if (["button", "submit", "reset", "image"].includes(type)) return ["button"];
			if (type === "hidden") return [];
			return element.list ? ["combobox", "textbox"] : ["textbox"];
		}
		if (/^h[1-6]$/.test(tag)) return ["heading"];
		if (tag === "a") return element.hasAttribute("href") ? ["link"] : [];
		if (tag === "section") return nameOf(element) ? ["region"] : [];
		return element.hasAttribute("contenteditable") ? ["textbox"] : [];
	};

	/** A selector for elements that may have one of these roles: to ask each element is slow in Firefox. */
	const selectorFor = (roles: readonly string[]) =>
		[
			...Object.keys(tagRoles).filter((tag) => roles.includes(tagRoles[tag] ?? "")),
			...(roles.includes("heading") ? ["h1", "h2", "h3", "h4", "h5", "h6"] : []),
			...(roles.includes("region") ? ["section"] : []),
			...(roles.includes("link") ? ["a[href]"] : []),
			"input",
			"[contenteditable]",
			"[role]",
		].join();

	// Galley's own pages have no shadow trees.
	const isOwnPage = location.protocol.endsWith("-extension:");
	/** What `selector` finds below `root`, in the order of the page, in shadow trees too. */
	const all = (root: ParentNode, selector: string): Element[] => {
		if (isOwnPage) return [...root.querySelectorAll(selector)];
		return [...root.querySelectorAll("*")].flatMap((element) => {
			const own = element.matches(selector) ? [element] : [];
			const shadow = shadowOf(element);
			return shadow ? [...own, ...all(shadow, selector)] : own;
		});
	};
	const having = (root: ParentNode, ...roles: string[]) =>
		all(root, selectorFor(roles)).filter(
			(element) => rolesOf(element).some((role) => roles.includes(role)) && shown(element),
		);

	const scopes = ["region", "group", "dialog", "form", "main", "navigation", "list"];
	let scope: ParentNode = document;
	for (const name of query.within ?? []) {
		const found = having(scope, ...scopes).find((element) => nameOf(element) === name);
		if (!found) {
			const there = having(scope, "region").map(nameOf);
			return { found: false, why: `no region “${name}”; regions: ${there.join(", ") || "none"}` };
		}
		scope = found;
	}
	if (query.item !== undefined) {
		const { item } = query;
		const within = scope;
		// Only the outermost list items: the links of an item may be a nested list.
		const items = having(scope, "listitem").filter((element) => {
			const above = element.parentElement?.closest("li, [role=listitem]");
			return !above || !within.contains(above) || above === within;
		});
		const holds = (element: Element, words: string) =>
			squeeze(element.textContent ?? "").includes(words) ||
			[...element.querySelectorAll("input, textarea")].some((field) =>
				(field as HTMLInputElement).value.includes(words),
			);
		const found =
			typeof item === "number" ? items[item] : items.find((element) => holds(element, item));
		if (!found) {
			return { found: false, why: `no list item ${JSON.stringify(item)} of ${items.length}` };
		}
		scope = found;
	}

	const candidates = having(scope, query.role);
	const isCalledSo = (element: Element) => {
		if (query.name === undefined) return true;
		const [name, wanted] = [nameOf(element), squeeze(query.name)];
		return query.begins ? name.startsWith(wanted) : name === wanted;
	};
	const matching = candidates.filter(isCalledSo);
	const answer = (
		value: string | boolean | string[],
		{ x = 0, y = 0, height = 0, ready = "" } = {},
	): Answer => ({ found: true, value, x, y, height, ready });
	if (question === "names") {
		return answer(
			matching.map((element) =>
				query.role === "listitem" ? squeeze(element.textContent ?? "") : nameOf(element),
			),
		);
	}
	const element = matching[query.nth ?? 0];
	if (question === "exists") return answer(element !== undefined);
	if (!element) {
		const there = candidates.map((other) => `“${nameOf(other)}”`).join(", ") || "none";
		const which = query.nth ? ` number ${query.nth}` : "";
		const wanted = query.name === undefined ? query.role : `${query.role} “${query.name}”`;
		return { found: false, why: `no ${wanted}${which}; of that role there: ${there}` };
	}

	// biome-ignore lint/performance/useDomNodeTextContent: the visible text is needed
	if (question === "text") return answer((element as HTMLElement).innerText);
	if (question === "html") return answer(element.outerHTML);
	if (question === "checked") {
		const aria = element.getAttribute("aria-checked") ?? element.getAttribute("aria-pressed");
		return answer((element as HTMLInputElement).checked ?? aria === "true");
	}
	const field = element as HTMLInputElement;
	if (question === "value") return answer(field.value ?? element.textContent ?? "");
	if (question === "set") {
		// The setter of the prototype, because frameworks replace that of the element.
		Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
		field.dispatchEvent(new Event("input", { bubbles: true }));
		field.dispatchEvent(new Event("change", { bubbles: true }));
		return answer(field.value);
	}
	if (question === "select") {
		if (field.disabled || field.readOnly) {
			return { found: false, why: `“${query.name}” can not be written in now` };
		}
		field.focus();
		if (field.select) field.select();
		else getSelection()?.selectAllChildren(element);
		return answer(field.type ?? "");
	}

	// A radio that is drawn by its label is a pixel or smaller itself, so the label is clicked.
	const size = element.getBoundingClientRect();
	const label = field.labels?.[0];
	const target = label && (size.width < 4 || size.height < 4) ? label : element;
	const inView = () => {
		const box = target.getBoundingClientRect();
		const x = box.left + box.width / 2;
		const y = box.top + box.height / 2;
		return { box, x, y, inside: x >= 0 && y >= 0 && x < innerWidth && y < innerHeight };
	};
	const hit = (x: number, y: number): Element | null => {
		let top = document.elementFromPoint(x, y);
		for (let shadow = top && shadowOf(top); shadow; shadow = top && shadowOf(top)) {
			const deeper: Element | null = shadow.elementFromPoint(x, y);
			if (!deeper || deeper === top) break;
			top = deeper;
		}
		return top;
	};
	const takes = (top: Element | null) =>
		top !== null &&
		(target.contains(top) || element.contains(top) || (label?.contains(top) ?? false));
	let place = inView();
	if (!place.inside || !takes(hit(place.x, place.y))) {
		target.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
		place = inView();
	}
	const top = hit(place.x, place.y);
	let ready = "";
	if (place.box.width === 0 || place.box.height === 0) ready = "it has no size";
	else if (field.disabled || element.getAttribute("aria-disabled") === "true") {
		ready = "it is disabled";
	} else if (!takes(top)) {
		ready = `covered by ${top ? (top.cloneNode() as Element).outerHTML : "nothing"}`;
	}
	return answer(true, { x: place.x, y: place.y, height: place.box.height, ready });
}

/** Runs in the page: its rendered text, followed by that of shadow trees. */
export function pageText(): string {
	const trees = [...document.querySelectorAll("*")].map(shadowOf).filter((tree) => tree !== null);
	const parts = [document.body, ...trees.flatMap((tree) => [...tree.children])];
	// biome-ignore lint/performance/useDomNodeTextContent: the visible text is needed
	return parts.map((part) => (part as HTMLElement).innerText ?? "").join("\n");
}
