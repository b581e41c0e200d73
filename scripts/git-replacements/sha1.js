/** Replaces `sha.js/sha1.js`, whose dependencies create functions from strings. */
import { sha1 } from "@noble/hashes/legacy.js";
import { Buffer } from "buffer";

export default class Sha1 {
	#hash = sha1.create();

	update(bytes) {
		this.#hash.update(typeof bytes === "string" ? Buffer.from(bytes) : bytes);
		return this;
	}

	digest(encoding) {
		const sum = Buffer.from(this.#hash.digest());
		return encoding ? sum.toString(encoding) : sum;
	}
}
