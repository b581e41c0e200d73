/** Returns `changed` with the time `now` for each of `fields`. */
export function stamped<F extends object>(
	changed: Partial<Record<keyof F, number>>,
	fields: Partial<F>,
	now = Date.now(),
): Partial<Record<keyof F, number>> {
	const stamps = Object.keys(fields).map((field) => [field, now]);
	return { ...changed, ...Object.fromEntries(stamps) };
}
