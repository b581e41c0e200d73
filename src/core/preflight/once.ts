/**
 * `work`, done once for each object and then remembered as long as the object is there. With
 * every keystroke one item of the draft is another object, and all the others are the same.
 */
export function once<K extends object, V>(work: (key: K) => V): (key: K) => V {
	const known = new WeakMap<K, { value: V }>();
	return (key) => {
		const found = known.get(key);
		if (found) return found.value;
		const value = work(key);
		known.set(key, { value });
		return value;
	};
}
