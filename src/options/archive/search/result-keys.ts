/**
 * Down goes from the field into the results and on from one to the next, Up the same way back:
 * what keys do in any list of results. Keys that mean something where they are pressed are left
 * alone.
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
