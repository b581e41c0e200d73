import { say } from "../../extension/strings.ts";
import type { Sentence } from "../../sentences/sentence.ts";

/** What did not work, said aloud at once; nothing where there is nothing to say. */
export function Alert({ sentence }: { sentence: Sentence | null }) {
	if (!sentence) return null;
	return (
		<p class="failure" role="alert">
			{say(sentence.key, ...sentence.values)}
		</p>
	);
}
