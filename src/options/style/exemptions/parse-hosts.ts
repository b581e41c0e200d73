import { sentence } from "../../../sentences/sentence.ts";
import type { Parsed } from "../../fields/parse.ts";

/**
 * Parses hosts, one per line. Empty lines are ignored. A whole address is reduced to its host, and a
 * leading `www.` is ignored.
 */
export function parseHosts(text: string): Parsed<string[]> {
	const hosts: string[] = [];
	for (const [index, line] of text.split("\n").entries()) {
		const typed = line.trim();
		if (typed === "") continue;
		const host = hostOf(typed);
		if (host === null) return { problem: sentence("optionsBadHost", index + 1, typed) };
		if (!hosts.includes(host)) hosts.push(host);
	}
	return { value: hosts };
}

function hostOf(typed: string): string | null {
	const address = typed.includes("://") ? typed : `https://${typed}`;
	if (!URL.canParse(address)) return null;
	const { hostname, username, search, hash } = new URL(address);
	const isHost = typed.includes("://") || (username === "" && search === "" && hash === "");
	return isHost && hostname.includes(".") ? hostname.replace(/^www\./, "") : null;
}
