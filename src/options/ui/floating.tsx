import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface FloatingProps {
	/** The id of the control that it belongs to and is placed beside. */
	anchor: string;
	close(): void;
	class?: string;
	role: "menu" | "group";
	label?: string;
	onKeyDown?(event: KeyboardEvent & { currentTarget: HTMLElement }): void;
	children: ComponentChildren;
}

/** The distance from the edges of the window, in pixels. */
const MARGIN = 8;

/**
 * A box over the page, beside the control that it belongs to. Escape or a click elsewhere closes it and
 * returns the focus to that control; `close` is called after that.
 */
export function Floating(props: FloatingProps) {
	const { anchor, close, class: name, role, label, onKeyDown, children } = props;
	const element = useRef<HTMLDivElement>(null);
	const closing = useRef(close);
	closing.current = close;

	useLayoutEffect(() => {
		const shown = element.current;
		if (!shown) return;
		const place = () => {
			const beside = document.getElementById(anchor)?.getBoundingClientRect();
			if (beside) placeBeside(shown, beside);
		};
		shown.showPopover?.();
		place();
		shown.querySelector<HTMLElement>("[role=menuitem], a, button")?.focus();
		addEventListener("resize", place);
		return () => {
			removeEventListener("resize", place);
			const inside = shown.contains(document.activeElement);
			if (inside) document.getElementById(anchor)?.focus();
		};
	}, [anchor]);

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it has a role, which the linter cannot see through the property.
		// biome-ignore lint/a11y/useAriaPropsSupportedByRole: as above.
		<div
			ref={element}
			popover="auto"
			role={role}
			class={`floating ${name ?? ""}`}
			aria-label={label}
			onKeyDown={onKeyDown}
			onToggle={({ newState }) => {
				if (newState === "closed") closing.current();
			}}
		>
			{children}
		</div>
	);
}

/** Below the control, or above it if there is more space; always inside the window. */
function placeBeside(shown: HTMLElement, beside: DOMRect): void {
	const { clientWidth, clientHeight } = document.documentElement;
	const { width, height } = shown.getBoundingClientRect();
	const below = clientHeight - beside.bottom;
	const above = below < height + MARGIN && beside.top > below;
	const left = Math.max(MARGIN, Math.min(beside.left, clientWidth - width - MARGIN));
	shown.style.left = `${left}px`;
	shown.style.maxHeight = `${(above ? beside.top : below) - MARGIN}px`;
	shown.style.bottom = above ? `${clientHeight - beside.top}px` : "auto";
	shown.style.top = above ? "auto" : `${beside.bottom}px`;
}
