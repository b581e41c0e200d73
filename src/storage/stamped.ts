/** `changed`, with the time of now for each of `fields`. */
export function stamped<F extends object>(
	changed: Partial<Record<keyof F, number>>,
	fields: Partial<F>,
): Partial<Record<keyof F, number>> {
	const now = Date.now();
	const stamps = Object.keys(fields).map((field) => [field, now]);
	return { ...changed, ...Object.fromEntries(stamps) };
}
