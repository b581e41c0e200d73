/** Whether two values are equal as JSON, regardless of the order of keys. */
export function sameJson(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const keys = definedKeys(one);
	return (
		keys.length === definedKeys(other).length &&
		keys.every(
			(key) =>
				Object.hasOwn(other, key) &&
				sameJson(one[key as keyof typeof one], other[key as keyof typeof other]),
		)
	);
}

/** Undefined properties are ignored, since JSON omits them. */
function definedKeys(value: object): string[] {
	return Object.keys(value).filter((key) => value[key as keyof typeof value] !== undefined);
}
