/** Keys with a special meaning in JavaScript objects. Galley's records never use them. */
const FORBIDDEN: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Greatest allowed depth. Real records have only a few levels. */
const DEEPEST = 32;

/** One value to check, and how it was reached. The path is only written out for a refused value. */
interface Step {
	value: object;
	depth: number;
	from: Step | null;
	key: string | number;
}

/**
 * Finds the first place in parsed JSON that could be harmful: a key that would change object prototypes, or
 * a depth that could exhaust the call stack. Call it before anything else uses the JSON. Returns null when
 * there is none.
 */
export function findHarmful(
	content: unknown,
): { reason: "forbiddenKey" | "tooDeep"; place: string } | null {
	const steps: Step[] = [];
	const add = (value: unknown, from: Step | null, key: string | number) => {
		if (typeof value !== "object" || value === null) return;
		steps.push({ value, depth: from ? from.depth + 1 : 0, from, key });
	};
	add(content, null, "");
	for (let step = steps.pop(); step; step = steps.pop()) {
		if (step.depth > DEEPEST) return { reason: "tooDeep", place: placeOf(step) };
		const isList = Array.isArray(step.value);
		for (const [key, value] of Object.entries(step.value)) {
			if (FORBIDDEN.has(key)) {
				return { reason: "forbiddenKey", place: [placeOf(step), key].filter(Boolean).join(".") };
			}
			add(value, step, isList ? Number(key) : key);
		}
	}
	return null;
}

function placeOf(step: Step): string {
	const keys: string[] = [];
	for (let at: Step = step; at.from; at = at.from) {
		keys.unshift(typeof at.key === "number" ? `[${at.key}]` : `.${at.key}`);
	}
	return keys.join("").replace(/^\./, "");
}
