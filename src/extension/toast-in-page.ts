export interface Toast {
	sentence: string;
	/** A second line with a warning that does not prevent anything. */
	warning: string | null;
	undo: {
		/** The label of the button. */
		label: string;
		/** Id of the item that the button deletes. */
		item: string;
		/**
		 * The sentence shown if the background worker cannot be reached, for example after an update of
		 * Galley.
		 */
		unreachable: string;
	} | null;
	/**
	 * Restores the original address, which redirects to that of the item. Absent if there was no redirect.
	 */
	original?: { label: string; item: string; unreachable: string };
}

/**
 * Shows the toast. This function is sent to the page as source text, so it cannot use anything outside
 * itself.
 *
 * It has to work in any page. The closed shadow root protects it from the page's scripts and styles. The
 * host element has inline declarations marked important, which override the page's rules and are not
 * affected by its content security policy. The popover is above every z-index. A CSS transition hides the
 * toast before a timer removes it: when Galley is updated in the meantime, Firefox stops its timers in the
 * page, and the toast would otherwise stay visible.
 */
export function toastInPage(toast: Toast): boolean {
	const VISIBLE_MS = 6_000;
	const AFTER_UNDO_MS = 2_500;
	const UNDO_TRIES = 3;
	const BETWEEN_TRIES_MS = 200;
	const XHTML = "http://www.w3.org/1999/xhtml";

	type Message = { undo: string } | { original: string };
	type Runtime = { runtime: { sendMessage(message: Message): Promise<unknown> } };
	// Stored in the global object of Galley's content scripts, which the page cannot see.
	const world = globalThis as { browser?: Runtime; chrome?: Runtime; galleyToast?: () => void };
	world.galleyToast?.();

	const dark = matchMedia("(prefers-color-scheme: dark)").matches;
	const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
	const ink = dark ? "#eae7e1" : "#1d1b18";

	const element = <K extends "div" | "span" | "button">(
		name: K,
		style: Record<string, string>,
		// Elements inside the host do not need it, and it would prevent animations.
		priority: "important" | "" = "",
	): HTMLElementTagNameMap[K] => {
		const made = document.createElementNS(XHTML, name) as HTMLElementTagNameMap[K];
		for (const [property, value] of Object.entries({
			all: "initial",
			visibility: "inherit",
			...style,
		})) {
			made.style.setProperty(property, value, priority);
		}
		return made;
	};

	const host = element(
		"div",
		{
			display: "block",
			visibility: "visible",
			position: "fixed",
			inset: "auto 16px 16px auto",
			"max-width": "calc(100vw - 32px)",
			"z-index": "2147483647",
			"color-scheme": dark ? "dark" : "light",
			// Outside the visible card, clicks must reach the page.
			"pointer-events": "none",
		},
		"important",
	);
	const card = element("div", {
		display: "flex",
		"pointer-events": "auto",
		"align-items": "center",
		gap: "12px",
		"box-sizing": "border-box",
		"min-height": "44px",
		"max-width": "420px",
		padding: "8px 8px 8px 16px",
		border: `1px solid ${dark ? "#363b42" : "#ddd8cd"}`,
		"border-radius": "4px",
		background: dark ? "#22262b" : "#ffffff",
		color: ink,
		font: "14px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
		"box-shadow": "0 4px 16px rgb(0 0 0 / 18%)",
	});
	const status = element("span", { display: "block", color: ink, font: "inherit", flex: "1" });
	status.setAttribute("role", "status");
	status.style.setProperty("padding-inline-end", "8px");
	card.append(status);
	const warning = element("span", {
		display: "block",
		color: dark ? "#e8b74f" : "#8a5a00",
		font: "inherit",
		"font-size": "12px",
	});
	warning.textContent = toast.warning;
	// Screen readers announce text that is added to a live region later, not its initial text.
	const arrival = setTimeout(() => {
		status.textContent = toast.sentence;
		if (toast.warning) status.append(warning);
	}, 50);

	let timer: ReturnType<typeof setTimeout> | undefined;
	const stay = () => {
		clearTimeout(timer);
		card.style.transition = "none";
		card.style.visibility = "visible";
	};
	const remove = () => {
		stay();
		host.remove();
		if (world.galleyToast === remove) delete world.galleyToast;
	};
	world.galleyToast = remove;
	let staysFor = VISIBLE_MS;
	const leaveLater = () => {
		stay();
		timer = setTimeout(remove, staysFor);
		// Reads the layout to apply the visible style first. Otherwise, the transition would have no start
		// value and the card would be hidden at once.
		card.getBoundingClientRect();
		card.style.transition = `visibility 1ms ${staysFor}ms`;
		card.style.visibility = "hidden";
	};

	const buttons: HTMLButtonElement[] = [];
	const addButton = (label: string, message: Message, unreachable: string, isLast: boolean) => {
		const button = element("button", {
			"box-sizing": "border-box",
			"min-height": "28px",
			padding: "0 12px",
			"border-radius": "4px",
			color: dark ? "#f0937a" : "#a63a1f",
			font: "inherit",
			"font-weight": "600",
			cursor: "pointer",
		});
		button.type = "button";
		button.textContent = label;
		const ring = (shown: boolean) =>
			button.style.setProperty(
				"outline",
				shown ? `2px solid ${dark ? "#f0937a" : "#a63a1f"}` : "none",
			);
		button.addEventListener("focus", () => ring(button.matches(":focus-visible")));
		button.addEventListener("blur", () => ring(false));
		button.addEventListener("click", async () => {
			button.disabled = true;
			let said: unknown;
			// If the worker is stopped before it answers, sending the message again starts it.
			for (let tries = 0; typeof said !== "string" && tries < UNDO_TRIES; tries += 1) {
				if (tries > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
				try {
					said = await (world.browser ?? world.chrome)?.runtime.sendMessage(message);
				} catch {
					// The sentence for an unreachable worker is shown below.
				}
			}
			clearTimeout(arrival);
			for (const done of isLast ? buttons : [button]) done.remove();
			status.textContent = typeof said === "string" ? said : unreachable;
			staysFor = typeof said === "string" && isLast ? AFTER_UNDO_MS : VISIBLE_MS;
			leaveLater();
		});
		buttons.push(button);
		card.append(button);
	};
	if (toast.original) {
		const { label, item, unreachable } = toast.original;
		addButton(label, { original: item }, unreachable, false);
	}
	if (toast.undo) {
		const { label, item, unreachable } = toast.undo;
		addButton(label, { undo: item }, unreachable, true);
	}
	host.addEventListener("pointerenter", stay);
	host.addEventListener("focusin", stay);
	host.addEventListener("pointerleave", leaveLater);
	host.addEventListener("focusout", leaveLater);

	host.attachShadow({ mode: "closed" }).append(card);
	// Nothing outside an open modal dialog can be clicked.
	const dialog = [...document.querySelectorAll("dialog:modal")].at(-1);
	(dialog ?? document.documentElement).append(host);
	host.popover = "manual";
	host.showPopover();
	if (!still) {
		card.animate(
			[
				{ opacity: 0, transform: "translateY(8px)" },
				{ opacity: 1, transform: "none" },
			],
			{ duration: 160, easing: "ease-out" },
		);
	}
	leaveLater();
	return host.getBoundingClientRect().height > 0;
}
