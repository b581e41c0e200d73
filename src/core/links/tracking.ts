import { byHost, everywhere } from "virtual:tracking-parameters";
import { FAMILIES } from "./tracking-families.ts";

/** What the kept list lacks, each a click identifier its sender documents. */
const ALSO_EVERYWHERE = [
	"_ga",
	"_gl",
	"dclid",
	"gad_campaignid",
	"gad_source",
	"gbraid",
	"igshid",
	"msclkid",
	"sc_campaign",
	"ttclid",
	"twclid",
	"wbraid",
	"yclid",
];

const ALSO_BY_HOST: Record<string, string[]> = {
	"linkedin.com": ["trk", "trackingId", "lipi", "originalSubdomain"],
	"medium.com": ["sk"],
	"open.spotify.com": ["si"],
	"reddit.com": ["share_id", "ref", "ref_source", "rdt"],
	"twitter.com": ["t"],
	"x.com": ["s", "t", "ref_src", "ref_url"],
	"youtu.be": ["si", "feature"],
	"youtube.com": ["si", "feature", "ab_channel", "pp"],
};

const anywhere = new Set([...everywhere, ...ALSO_EVERYWHERE].map((name) => name.toLowerCase()));

/** Tells of a host's query parameters, by name, which only say where a reader came from. */
export function trackingAt(host: string): (name: string) => boolean {
	// Most addresses have no parameters, and going through all hosts takes longer than the rest.
	let here: Set<string> | null = null;
	return (name) => {
		const lower = name.toLowerCase();
		here ??= namesAt(host);
		return (
			anywhere.has(lower) || FAMILIES.some((family) => lower.startsWith(family)) || here.has(name)
		);
	};
}

function namesAt(host: string): Set<string> {
	return new Set(
		[byHost, ALSO_BY_HOST].flatMap((table) =>
			Object.entries(table).flatMap(([site, names]) =>
				host === site || host.endsWith(`.${site}`) ? names : [],
			),
		),
	);
}

/**
 * The address without its tracking parameters. The rest is kept to the letter (order, case,
 * escapes), so an address with none comes back unchanged; so does what is no address at all.
 */
export function withoutTracking(address: string): string {
	if (!URL.canParse(address)) return address;
	const isTracking = trackingAt(new URL(address).hostname);
	const [beforeFragment, fragment] = cut(address, "#");
	const [path, query] = cut(beforeFragment, "?");
	if (query === null) return address;
	const pairs = query.split("&");
	const kept = pairs.filter((pair) => !isTracking(parameterName(pair)));
	if (kept.length === pairs.length) return address;
	return `${path}${kept.length > 0 ? `?${kept.join("&")}` : ""}${fragment === null ? "" : `#${fragment}`}`;
}

function parameterName(pair: string): string {
	const [name] = cut(pair, "=");
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

function cut(text: string, mark: string): [string, string | null] {
	const at = text.indexOf(mark);
	return at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}
