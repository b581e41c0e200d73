/**
 * Returns a function that computes a value once for each object and remembers it as long as the object
 * exists. With every keystroke only the edited item becomes a new object; all others stay the same.
 */
export function memoize<K extends object, V>(work: (key: K) => V): (key: K) => V {
	const known = new WeakMap<K, { value: V }>();
	return (key) => {
		const found = known.get(key);
		if (found) return found.value;
		const value = work(key);
		known.set(key, { value });
		return value;
	};
}
