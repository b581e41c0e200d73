import type { Unclippable } from "./clippable.ts";

/**
 * What is known of addresses, as data. To add to it, add a line, and a row to the table of examples
 * in `test/core/links`. It is joined with a kept list of tracking parameters when Galley is built
 * (`scripts/link-rules.ts`), and read as `virtual:link-rules`. A host also stands for its subdomains.
 */

/** How names of tracking parameters begin, by family, whoever invents the next member. */
const FAMILIES = ["utm_", "itm_", "mtm_", "pk_", "piwik_", "hsa_"];

/** What the kept list lacks, each a click identifier its sender documents. */
const EVERYWHERE =
	"_ga _gl dclid gad_campaignid gad_source gbraid igshid msclkid sc_campaign ttclid twclid wbraid yclid";

/** Names that are tracking at one host alone. */
const BY_HOST = {
	"linkedin.com": "trk trackingId lipi originalSubdomain",
	"open.spotify.com": "si",
	"reddit.com": "share_id ref ref_source rdt",
	"twitter.com": "t",
	"x.com": "s t ref_src ref_url",
	"youtu.be": "si feature",
	"youtube.com": "si feature ab_channel pp",
};

/** Names that are tracking where they stand in the fragment, behind `#`. */
const IN_FRAGMENT = "amp_ct amp_tf ampshare aoh echobox xtor";

/** `ref` says where a reader came from only where it names a site. */
const SITE = "^(?:https?://)?(?:[a-z0-9-]+\\.)+[a-z]{2,}/?$";

/** What a page needs, though it looks like tracking: `host name=value`, with `*` for any value. */
const NEEDED = [
	// Which branch of the source is shown.
	"bitbucket.org ref=*",
	"codeberg.org ref=*",
	"github.com ref=*",
	"gitlab.com ref=*",
	// It opens a story for a friend.
	"medium.com source=friends_link",
];

/**
 * Addresses that only send a reader on: `host path parameters`, the parameters the target may be in.
 * `*` at the end of a path is for whatever follows, and `google.*` for every country. Where the target is
 * written in another form than an address, that form stands last, as `unwrap.ts` explains it.
 */
const WRAPPERS = [
	// Mail protection.
	"safelinks.protection.outlook.com / url",
	"safelinks.protection.outlook.us / url",
	"safelinks.protection.office365.us / url",
	"urldefense.proofpoint.com /v1/url u",
	"urldefense.proofpoint.com /v2/url u proofpoint2",
	"urldefense.proofpoint.com /v3/* - proofpoint3",
	"urldefense.com /v3/* - proofpoint3",
	"urldefense.us /v3/* - proofpoint3",
	"protect.checkpoint.com /v2/* - path",
	"linkprotect.cudasvc.com /url a",
	"secure-web.cisco.com /* - path",
	"protect2.fireeye.com /* u",
	"protect.fireeye.com /* u",
	"clicktime.symantec.com /* u",
	"scanmail.trustwave.com / u",
	"protection.sophos.com / u base64",
	"link.edgepilot.com /s/* u",
	"deref-gmx.net /mail/client/* redirectUrl",
	"deref-web.de /mail/client/* redirectUrl",
	"deref-mail.com /mail/client/* redirectUrl",
	"mailtrack.io /trace/link/* url",
	"substack.com /redirect/2/* - substack",
	// Search engines.
	"google.* /url q,url",
	"google.* /interstitial url",
	"googleadservices.com /pagead/aclk adurl",
	"bing.com /ck/a u bing",
	"duckduckgo.com /l u,uddg",
	"r.search.yahoo.com /* - yahoo",
	"yandex.ru /redir url",
	"so.com /link url",
	// Social networks.
	"facebook.com /l.php u",
	"facebook.com /flx/warn u",
	"l.instagram.com / u",
	"l.messenger.com /l.php u",
	"l.threads.com / u",
	"l.threads.net / u",
	"l.workplace.com /l.php u",
	"linkedin.com /redir/redirect url",
	"linkedin.com /redir/general-malware-page url",
	"linkedin.com /safety/go url",
	"youtube.com /redirect q",
	"vk.com /away.php to",
	"out.reddit.com /* url",
	"t.umblr.com /redirect z",
	"href.li / - query",
	"pinterest.com /offsite url",
	"tiktok.com /link/v2 target",
	"medium.com /r url",
	"medium.com /m/global-identity-2 redirectUrl",
	"quora.com /_/redirect url",
	"go.bsky.app /redirect u",
	"link.zhihu.com / target",
	"link.juejin.cn / target",
	"link.csdn.net / target",
	"jianshu.com /go-wild url",
	"gitee.com /link target",
	"deviantart.com /users/outgoing - query",
	"disq.us /url url disqus",
	"exit.sc / url",
	"gate.sc / url",
	"steamcommunity.com /linkfilter u,url",
	"nexusmods.com /content/* url",
	// Chat.
	"l.wl.co /l u",
	"slack-redir.net /link url",
	"statics.teams.cdn.office.net /evergreen-assets/safelinks/* url",
	"t.me /iv url",
	"c.pc.qq.com /* pfurl,url",
	"web.skype.com /redirect url",
	// Feed readers and lists for later.
	"getpocket.com /redirect url",
	"instapaper.com /text u",
	"feedly.com /home/sources/go url",
	"inoreader.com /camo/link url",
	"flipboard.com /redirect url",
	"news.google.com /news/url url",
];

/** `google.com`, `www.google.co.uk` and every other country's. */
const GOOGLE = "^(?:.+\\.)?google\\.(?:[a-z]{2,3}|com?\\.[a-z]{2})$";

/** Where in an address or a parameter the target stands, for forms in which it is a part. */
const TARGETS: Record<string, string> = {
	disqus: "(.*?)(?::[\\w-]*)?$",
	path: "/(?:___)?(https?(?::|%3a)[\\s\\S]+?)(?:___.*)?$",
	proofpoint3: "/v3/__([\\s\\S]+?)__;",
	query: "\\?([\\s\\S]*)",
	substack: "/2/([\\w-]+)",
	yahoo: "/RU=([^/]+)",
};

/** The letters by which version 3 of URL Defense writes the lengths of runs, from 2 on. */
const RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Hosts that show the same pages: the first stands for the second. */
const SAME_PAGES = {
	"twitter.com": "x.com",
	"fxtwitter.com": "x.com",
	"vxtwitter.com": "x.com",
	"fixupx.com": "x.com",
	"nitter.net": "x.com",
	"old.reddit.com": "reddit.com",
	"new.reddit.com": "reddit.com",
	"np.reddit.com": "reddit.com",
	"music.youtube.com": "youtube.com",
	"youtube-nocookie.com": "youtube.com",
	"export.arxiv.org": "arxiv.org",
	"ar5iv.org": "arxiv.org",
	"ar5iv.labs.arxiv.org": "arxiv.org",
	"dx.doi.org": "doi.org",
	"npmjs.org": "npmjs.com",
	"scribe.rip": "medium.com",
	"pypi.python.org": "pypi.org",
};

/** Parts of a host's name that stand for another view of the same page, for phones above all. */
const VIEWS = "m mobile amp touch lite";

/** Hosts where upper and lower case of a path make no difference. */
const ANY_CASE =
	"bitbucket.org bsky.app codeberg.org crates.io facebook.com gist.github.com github.com gitlab.com huggingface.co instagram.com linkedin.com npmjs.com pypi.org reddit.com x.com";

/** Forms of one page: what an address without its scheme, `www.` and fragment may be, and what stands for it. */
const FORMS: readonly [pattern: string, replacement: string][] = [
	// In the cache of a search engine, whose address ends in the page's own.
	["google\\.[a-z.]+/amp/(?:s/)?(.+)", "$1"],
	["[^/]+\\.cdn\\.ampproject\\.org/[a-z]/(?:s/)?(.+)", "$1"],
	["youtu\\.be/([\\w-]+).*", "youtube.com/watch?v=$1"],
	["youtube\\.com/(?:shorts|embed|live|v)/([\\w-]+).*", "youtube.com/watch?v=$1"],
	["youtube\\.com/watch\\?(?:.*&)?v=([\\w-]+).*", "youtube.com/watch?v=$1"],
	[
		"arxiv\\.org/(?:abs|pdf|html|format|ps)/([^?]+?)(?:v\\d+)?(?:\\.pdf)?(?:\\?.*)?",
		"arxiv.org/abs/$1",
	],
	["openreview\\.net/(?:forum|pdf)\\?(?:.*&)?id=([\\w-]+).*", "openreview.net/forum?id=$1"],
	["aclanthology\\.org/([^/?]+?)(?:\\.pdf)?", "aclanthology.org/$1"],
	[
		"(biorxiv|medrxiv)\\.org/content/(.+?)(?:v\\d+)?(?:\\.full|\\.abstract)?(?:\\.pdf)?(?:\\?.*)?",
		"$1.org/content/$2",
	],
	["redd\\.it/(\\w+)", "reddit.com/comments/$1"],
	["reddit\\.com/(?:r/\\w+/)?comments/(\\w+)(?:/[^/]*)?(?:\\?.*)?", "reddit.com/comments/$1"],
	["x\\.com/\\w+/status/(\\d+).*", "x.com/i/status/$1"],
	[
		"((?:[\\w-]+\\.)?stackoverflow\\.com|[\\w-]+\\.stackexchange\\.com)/(?:q|questions)/(\\d+)(?:/.*)?",
		"$1/questions/$2",
	],
	["(?:[\\w-]+\\.)?medium\\.com/(?:.*[/-])?([0-9a-f]{10,12})(?:\\?.*)?", "medium.com/p/$1"],
	["(amazon\\.[a-z.]+)/(?:.*/)?(?:dp|gp/product)/(\\w{10})(?:[/?].*)?", "$1/dp/$2"],
	["imdb\\.com/(?:\\w\\w/)?title/(tt\\d+)(?:[/?].*)?", "imdb.com/title/$1"],
	["developer\\.mozilla\\.org/\\w\\w(?:-\\w\\w)?/docs/(.*)", "developer.mozilla.org/docs/$1"],
	[
		"(github\\.com|gitlab\\.com|codeberg\\.org|bitbucket\\.org)/([^/?]+)/([^/?]+?)(?:\\.git|/(?:-/)?(?:tree|src|src/branch)/(?:main|master))",
		"$1/$2/$3",
	],
	["npmjs\\.com/package/(.+?)(?:/v/.*)?", "npmjs.com/package/$1"],
	["pypi\\.org/(?:project|pypi)/([^/?]+)(?:/.*)?", "pypi.org/project/$1"],
	["vimeo\\.com/(?:.*/)?(\\d+)(?:\\?.*)?", "vimeo.com/$1"],
	["player\\.vimeo\\.com/video/(\\d+).*", "vimeo.com/$1"],
	// Anywhere: the views that programs for sites make of a page.
	["(.+?)/amp(\\?.*)?", "$1$2"],
	["(.+)\\.amp(\\.html?)?(\\?.*)?", "$1$2$3"],
	["(.+)\\?(?:amp=1?|outputType=amp)", "$1"],
	["(.+?)/index\\.(?:html?|php)(\\?.*)?", "$1$2"],
];

/** Where browsers keep extensions out. */
const STORES = [
	"^https://chromewebstore\\.google\\.com/",
	"^https://chrome\\.google\\.com/webstore",
	"^https://addons\\.mozilla\\.org/",
	"^https://microsoftedge\\.microsoft\\.com/addons",
];

/** Schemes of addresses that nobody else can open, with the reason that is given. */
const UNCLIPPABLE: Record<string, Unclippable> = {
	"about:": "browserPage",
	"chrome:": "browserPage",
	"chrome-extension:": "browserPage",
	"devtools:": "browserPage",
	"edge:": "browserPage",
	"moz-extension:": "browserPage",
	"view-source:": "browserPage",
	"file:": "file",
	"javascript:": "script",
	"data:": "script",
	"blob:": "script",
};

/** Kinds of pages, told by their address without scheme, `www.` and fragment. */
const PAGES = {
	/** A repository's own page, not one within it. */
	repository:
		"^(?:(?:github|gitlab)\\.com|(?:bitbucket|codeberg)\\.org|git\\.sr\\.ht)/(?!(?:about|blog|collections|features|marketplace|orgs|security|settings|solutions|sponsors|topics|trending|users)/)[^/?#]+/[^/?#]+$|^(?:sourceforge\\.net/(?:projects|p)|code\\.google\\.com/p)/[^/?#]+$",
	/** A package's own page, where programs fetch it from. */
	package:
		"^(?:npmjs\\.com/package|pypi\\.(?:org/project|python\\.org/pypi)|crates\\.io/crates|hub\\.docker\\.com/(?:r|_)|rubygems\\.org/gems|(?:packagist|nuget)\\.org/packages)/.",
	/** The home of a program on pages that a code host serves, or of its documentation. */
	project:
		"^[^./]+\\.(?:(?:github|gitlab)\\.(?:io|com)(?:/[^/?#]+)?|readthedocs\\.(?:io|org)(?:/[a-z]{2}/[^/?#]+)?)$",
	codeHost: "^(?:(?:github|gitlab)\\.com|(?:bitbucket|codeberg)\\.org|sourceforge\\.net)/",
};

/** Scripts, by their codes in Unicode, that the name of a host may be written in; several where they go together. */
const SCRIPTS = [
	"Latn Hani Hira Kana",
	"Latn Hani Bopo",
	"Latn Hani Hang",
	"Cyrl",
	"Grek",
	"Arab",
	"Hebr",
	"Deva",
	"Beng",
	"Taml",
	"Thai",
	"Armn",
	"Geor",
];

/** Letters of other scripts that look Latin: a name of these alone could pass for another. */
const LOOK_LATIN = "асԁеһіјӏорԛѕԝхуъьҽпгѵѡοαικνρτυχω";

/** All of it. */
export const LINK_RULES = {
	families: FAMILIES,
	everywhere: EVERYWHERE.split(" "),
	byHost: Object.fromEntries(
		Object.entries(BY_HOST).map(([host, names]) => [host, names.split(" ")]),
	) as Record<string, string[]>,
	inFragment: IN_FRAGMENT.split(" "),
	needed: NEEDED,
	site: SITE,
	wrappers: WRAPPERS,
	google: GOOGLE,
	targets: TARGETS,
	runLengths: RUN_LENGTHS,
	samePages: SAME_PAGES as Record<string, string>,
	views: VIEWS.split(" "),
	anyCase: ANY_CASE.split(" "),
	forms: FORMS,
	stores: STORES,
	unclippable: UNCLIPPABLE,
	pages: PAGES,
	scripts: SCRIPTS.map((set) => `^[${set.replace(/\w+/g, "\\p{scx=$&}").replaceAll(" ", "")}]+$`),
	lookLatin: `^[${LOOK_LATIN}]+$`,
};

/** The rules as they are read, from the same data. */
export type LinkRules = typeof LINK_RULES;
