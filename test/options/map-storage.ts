/** What `localStorage` is, for a page that is not one. */
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
