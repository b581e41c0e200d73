/** A replacement for `localStorage` outside of a page. */
export function mapStorage(): Storage {
	const kept: Record<string, string> = {};
	return Object.defineProperties(kept, {
		getItem: { value: (key: string) => kept[key] ?? null },
		setItem: {
			writable: true,
			value: (key: string, text: string) => {
				kept[key] = text;
			},
		},
		removeItem: { value: (key: string) => delete kept[key] },
	}) as unknown as Storage;
}
