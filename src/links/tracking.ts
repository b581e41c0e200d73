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

/** True when a query parameter of this name only says where a reader came from. */
export function isTracking(name: string, host: string): boolean {
	const lower = name.toLowerCase();
	if (anywhere.has(lower) || FAMILIES.some((family) => lower.startsWith(family))) return true;
	return [byHost, ALSO_BY_HOST].some((table) =>
		Object.entries(table).some(
			([site, names]) => (host === site || host.endsWith(`.${site}`)) && names.includes(name),
		),
	);
}

/**
 * The address without its tracking parameters. The rest is kept to the letter (order, case,
 * escapes), so an address with none comes back unchanged; so does what is no address at all.
 */
export function withoutTracking(address: string): string {
	if (!URL.canParse(address)) return address;
	const { hostname } = new URL(address);
	const [beforeFragment, fragment] = cut(address, "#");
	const [path, query] = cut(beforeFragment, "?");
	if (query === null) return address;
	const kept = query.split("&").filter((pair) => !isTracking(parameterName(pair), hostname));
	if (kept.length === query.split("&").length) return address;
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
