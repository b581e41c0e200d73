/** Stands for `diff3`: Galley merges by itself, and asks the library for no merge. */
export default function diff3() {
	throw new Error("Galley merges by itself.");
}
