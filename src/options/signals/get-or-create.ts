/**
 * What is known under a key, made when it is first asked for. Views ask while they are drawn, and
 * are drawn again for whatever is another object than before.
 */
export function getOrCreate<K, V>(known: Map<K, V>, key: K, make: () => V): V {
	const found = known.get(key);
	if (found !== undefined) return found;
	const made = make();
	known.set(key, made);
	return made;
}
