/**
 * The keys of a menu, following the "Menu Button" pattern of the ARIA Authoring Practices: arrows move
 * and wrap around, Home and End go to the ends, a letter goes to the next entry that begins with it, and
 * Tab leaves the menu.
 */
export function moveInMenu(
	event: KeyboardEvent & { currentTarget: HTMLElement },
	close: () => void,
): void {
	const { key, currentTarget } = event;
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	if (key === "Tab") {
		close();
		return;
	}
	const entries = [...currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
	const here = entries.indexOf(document.activeElement as HTMLElement);
	const to = entryFor(key, entries, here);
	if (!to) return;
	event.preventDefault();
	to.focus();
}

function entryFor(
	key: string,
	entries: readonly HTMLElement[],
	here: number,
): HTMLElement | undefined {
	if (key === "ArrowDown") return entries[(here + 1) % entries.length];
	if (key === "ArrowUp") return entries.at(here <= 0 ? -1 : here - 1);
	if (key === "Home") return entries[0];
	if (key === "End") return entries.at(-1);
	if (key.length !== 1 || key === " ") return undefined;
	const round = [...entries.slice(here + 1), ...entries.slice(0, here + 1)];
	const begins = ({ textContent }: HTMLElement) =>
		textContent.trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase());
	return round.find(begins);
}
