/** A seed from a text (FNV-1a, 32 bits). Texts that differ in one letter give very different seeds. */
export function seedOf(text: string): number {
	let sum = 0x811c9dc5;
	for (const character of text) {
		sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193);
	}
	return sum;
}
