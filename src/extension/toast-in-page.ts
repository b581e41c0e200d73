export interface Toast {
	sentence: string;
	/** A line below it, that does not keep anything from being done. */
	warning: string | null;
	undo: {
		/** What the button says. */
		label: string;
		/** Id of the item it takes back. */
		item: string;
		/** What is said when the worker cannot be reached, as after an update of Galley. */
		unreachable: string;
	} | null;
	/** Puts back the address that was right-clicked or open, in place of where it leads; absent without. */
	original?: { label: string; item: string; unreachable: string };
}

/**
 * Runs in the page, alone: it is sent there as text, so it may use nothing from around it.
 *
 * Made to survive whatever page it is in. A closed shadow root keeps the page's scripts and
 * style out; inline declarations marked important win over every rule of the page for the host,
 * and are not subject to its content security policy; being a popover lifts it over any z-index.
 * It is hidden by a transition before a timer removes it: when Galley is updated meanwhile, Firefox
 * ends all of its script in the page, and what was shown would stay for good.
 */
export function toastInPage(toast: Toast): boolean {
	const VISIBLE_MS = 6_000;
	const AFTER_UNDO_MS = 2_500;
	const UNDO_TRIES = 3;
	const BETWEEN_TRIES_MS = 200;
	const XHTML = "http://www.w3.org/1999/xhtml";

	type Message = { undo: string } | { original: string };
	type Runtime = { runtime: { sendMessage(message: Message): Promise<unknown> } };
	// Kept in Galley's own world of the page, which the page does not see.
	const world = globalThis as { browser?: Runtime; chrome?: Runtime; galleyToast?: () => void };
	world.galleyToast?.();

	const dark = matchMedia("(prefers-color-scheme: dark)").matches;
	const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
	const ink = dark ? "#eae7e1" : "#1d1b18";

	const element = <K extends "div" | "span" | "button">(
		name: K,
		style: Record<string, string>,
		// Inside the host it is not needed, and no animation would show against it.
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
			// Where the card no longer shows, the page is clicked.
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
	// What stands in a live region from the start is not read out; what comes into it is.
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
		// Only what was visible in the style as computed is hidden by a transition, and not at once.
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
			// A worker that is stopped before it answers is woken by being asked again.
			for (let tries = 0; typeof said !== "string" && tries < UNDO_TRIES; tries += 1) {
				if (tries > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
				try {
					said = await (world.browser ?? world.chrome)?.runtime.sendMessage(message);
				} catch {
					// Said below: the worker could not be reached.
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
	// What is outside an open modal dialog cannot be clicked.
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
