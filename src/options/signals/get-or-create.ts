/**
 * The value of a key, created at the first request. Views call this while they are drawn, and a new
 * object would make them draw again.
 */
export function getOrCreate<K, V>(known: Map<K, V>, key: K, make: () => V): V {
	const found = known.get(key);
	if (found !== undefined) return found;
	const made = make();
	known.set(key, made);
	return made;
}
