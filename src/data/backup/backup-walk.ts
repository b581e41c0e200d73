/** Keys that mean something to every object; no record of Galley's has them. */
const FORBIDDEN: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Records are a few levels deep. */
const DEEPEST = 32;

/** One value to look at, and the way to it: only whoever is refused has it spelled out. */
interface Step {
	value: object;
	depth: number;
	from: Step | null;
	key: string | number;
}

/**
 * The first place in parsed JSON that could harm whoever handles it, before anything does: a key
 * that would reach into every object, or a depth that would exhaust it. Null when there is none.
 */
export function walk(
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
