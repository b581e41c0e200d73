/**
 * Arrow down moves from the search field to the first result and on to the next; arrow up moves back.
 * Keys that have another meaning in the focused control are ignored.
 */
export function moveAmongResults(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
	const { key, currentTarget, target } = event;
	if (
		(key !== "ArrowDown" && key !== "ArrowUp") ||
		event.altKey ||
		event.ctrlKey ||
		event.metaKey
	) {
		return;
	}
	if (!(target instanceof HTMLElement) || target.matches("select")) return;
	const field = currentTarget.querySelector<HTMLElement>("input[type=search]");
	const results = [...currentTarget.querySelectorAll<HTMLElement>(".result > :first-child a")];
	const here = results.findIndex((link) => link.closest("li")?.contains(target));
	if (here === -1 && target !== field) return;
	const to = key === "ArrowDown" ? here + 1 : here - 1;
	if (to < -1 || to >= results.length) return;
	event.preventDefault();
	(to === -1 ? field : results[to])?.focus();
}
