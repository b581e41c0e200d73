import { translate } from "../../extension/strings.ts";
import type { Sentence } from "../../sentences/sentence.ts";

/** A failure that is announced at once. Nothing is drawn if there is no sentence. */
export function Alert({ sentence }: { sentence: Sentence | null }) {
	if (!sentence) return null;
	return (
		<p class="failure" role="alert">
			{translate(sentence.key, ...sentence.values)}
		</p>
	);
}
