import type { Unclippable } from "./clippable.ts";

/**
 * Rules about addresses, as data. To add a rule, add a line here and a row to the table of examples in
 * `test/core/links`. The build combines them with a stored list of tracking parameters
 * (`scripts/link-rules.ts`); the code imports the result as `virtual:link-rules`. A rule for a host
 * also applies to its subdomains.
 */

/** Prefixes of tracking parameters. All names with such a prefix are tracking. */
const FAMILIES =
	"utm_ itm_ mtm_ pk_ piwik_ matomo_ hsa_ __hs _hs _branch_ bsft_ elq fb_action_ guce_ int_cmp_ ml_subscriber";

/**
 * Parameters that the stored list lacks: identifiers of clicks and subscribers, documented by their
 * senders or seen in links of their mails.
 */
const EVERYWHERE = [
	"_ga _gl dclid gad_campaignid gad_source gbraid gclsrc igshid msclkid sc_campaign ttclid twclid wbraid yclid ymclid",
	"_bhlid _bta_c _bta_tid _kx _openstat __twitter_impression",
	"ck_subscriber_id dm_i ef_id epik fb_ref fb_source guccounter",
	"irclickid li_fat_id mibextid mkwid rb_clickid ref_src s_cid",
	"s_kwcid sc_cid sfmc_id sfmc_sub srsltid ss_campaign_id ss_email_id vgo_ee wickedid wt.mc_id wt_mc xtor",
].join(" ");

/** Parameters that are tracking only at the given host. */
const BY_HOST = {
	"alibaba.com": "spm scm",
	"aliexpress.com": "spm scm",
	"amazon.*": "pd_rd_r pd_rd_w pd_rd_wg pf_rd_p pf_rd_r qid ref ref_ sprefix",
	"apple.com": "itscg itsct uo",
	"bbc.com":
		"at_bbc_team at_campaign at_campaign_type at_format at_link_id at_link_origin at_link_type at_medium at_ptr_name ns_campaign ns_mchannel ns_source ocid",
	"bbc.co.uk":
		"at_bbc_team at_campaign at_campaign_type at_format at_link_id at_link_origin at_link_type at_medium at_ptr_name ns_campaign ns_mchannel ns_source ocid",
	"bilibili.com":
		"from_spmid share_medium share_plat share_session_id share_source spm_id_from vd_source",
	"bloomberg.com": "leadSource sref srnd",
	"docs.google.com": "usp",
	"drive.google.com": "usp",
	"ebay.com": "_trkparms _trksid",
	"facebook.com": "__cft__[0] __tn__ rdid share_url",
	"github.com": "email_source email_token notification_referrer_id",
	"imdb.com": "ref_",
	"instagram.com": "igsh",
	"linkedin.com": "trk trackingId lipi originalSubdomain rcm",
	"mp.weixin.qq.com": "scene sessionid srcid",
	"msn.com": "cvid ocid",
	"nytimes.com": "campaign_id emc instance_id nl partner regi_id segment_id smid smtyp te user_id",
	"open.spotify.com": "si",
	"play.google.com": "pcampaignid",
	"reddit.com": "share_id ref ref_source rdt",
	"reuters.com": "taid",
	"substack.com": "isFreemail post_id publication_id r triedRedirect",
	"taobao.com": "spm scm",
	"theguardian.com": "CMP",
	"threads.com": "slof xmt",
	"tiktok.com": "_r _t is_copy_url is_from_webapp sender_device",
	"twitter.com": "t",
	"x.com": "s t ref_src ref_url",
	"youtu.be": "si feature",
	"youtube.com": "si feature ab_channel pp",
	"zdnet.com": "ftag",
};

/** Parameters that are tracking only in the fragment, after `#`. */
const IN_FRAGMENT = "amp_ct amp_tf ampshare aoh echobox xtor";

/** `ref` is tracking only if its value is the name of a site. Names of files look similar. */
const SITE = "^(?:https?://)?(?:[a-z0-9-]+\\.)+(?!(?:js|md|py|ts)/?$)[a-z]{2,}/?$";

/**
 * Parameters that a page needs although they look like tracking: `host name=value`, with `*` for any
 * value.
 */
const NEEDED = [
	// The branch of the source code that is shown.
	"bitbucket.org ref=*",
	"codeberg.org ref=*",
	"github.com ref=*",
	"gitlab.com ref=*",
	// It gives readers access to a story for subscribers.
	"medium.com source=friends_link",
];

/**
 * Addresses that only redirect to others: `host path parameters`, where any of the parameters can
 * contain the target. `*` at the end of a path matches any text, `google.*` matches Google's hosts in
 * every country, and `*` alone any host. If the target is encoded, the name of its form comes last;
 * `unwrap.ts` explains the forms.
 */
const WRAPPERS = [
	// Mail protection services.
	"safelinks.protection.outlook.com /* url",
	"safelinks.protection.outlook.us /* url",
	"safelinks.protection.office365.us /* url",
	"outlook.office.com /mail/safelink.html url",
	"outlook.live.com /mail/safelink.html url",
	"safelink.emails.azure.net /redirect destination",
	"urldefense.proofpoint.com /v1/url u",
	"urldefense.proofpoint.com /v2/url u proofpoint2",
	"urldefense.proofpoint.com /v3/* - proofpoint3",
	"urldefense.com /v2/url u proofpoint2",
	"urldefense.us /v2/url u proofpoint2",
	"urldefense.com /v3/* - proofpoint3",
	"urldefense.us /v3/* - proofpoint3",
	"protect.checkpoint.com /v2/* - path",
	"avanan.click /* - path",
	"linkprotect.cudasvc.com /url a",
	"secure-web.cisco.com /* - path",
	"protect2.fireeye.com /* u",
	"protect.fireeye.com /* u",
	"clicktime.symantec.com /* u",
	"scanmail.trustwave.com / u",
	"protection.sophos.com / u base64",
	"link.edgepilot.com /s/* u",
	"trendmicro.com /wis/clicktime/v1/query url",
	"urlsand.com / u",
	"urlsand.esvalabs.com / u",
	"urlisolation.com / url",
	"safe.menlosecurity.com /* - path",
	"isolate.menlosecurity.com /* - path",
	"deref-gmx.com /mail/client/* redirectUrl",
	"deref-gmx.net /mail/client/* redirectUrl",
	"deref-1und1.de /mail/client/* redirectUrl",
	"deref-web.de /mail/client/* redirectUrl",
	"deref-mail.com /mail/client/* redirectUrl",
	"mail.qq.com /cgi-bin/readtemplate gourl",
	"mailtrack.io /trace/link/* url",
	"antiphishing.vadesecure.com /* u",
	// Services that send mails.
	"awstrack.me /L0/* - segment",
	// Amazon's service, with a host of the sender.
	"* /CL0/* - segment",
	"convertkit-mail.com /* - convertkit",
	"convertkit-mail2.com /* - convertkit",
	"convertkit-mail4.com /* - convertkit",
	"click.pstmrk.it /* - postmark",
	"cts.businesswire.com /ct/CT url",
	"substack.com /redirect/2/* - substack",
	// Search engines.
	"google.* /url q,url",
	"google.* /interstitial url",
	"google.* /imgres imgrefurl",
	"googleadservices.com /pagead/aclk adurl",
	"consent.google.* /* continue",
	"bing.com /ck/a u bing",
	"duckduckgo.com /l u,uddg",
	"r.search.yahoo.com /* - yahoo",
	"yandex.* /redir url",
	"yandex.* /clck/jsredir url",
	"so.com /link url",
	// Social networks.
	"facebook.com /l.php u",
	"facebook.com /flx/warn u",
	"l.instagram.com / u",
	"l.messenger.com /l.php u",
	"l.threads.com / u",
	"l.threads.net / u",
	"workplace.com /l.php u",
	"linkedin.com /redir/redirect url",
	"linkedin.com /redir/general-malware-page url",
	"linkedin.com /safety/go url",
	"youtube.com /redirect q",
	"vk.com /away.php to",
	"ok.ru /dk st.link",
	"weibo.cn /sinaurl u",
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
	"csdn.net /link target",
	"douban.com /link2 url",
	"infoq.cn /link target",
	"link.gitcode.com / target",
	"oschina.net /action/GoToLink url",
	"sspai.com /link target",
	"jianshu.com /go-wild url",
	"gitee.com /link target",
	"deviantart.com /users/outgoing - query",
	"disq.us /url url disqus",
	"exit.sc / url",
	"gate.sc / url",
	"steamcommunity.com /linkfilter u,url",
	"nexusmods.com /content/* url",
	"curseforge.com /linkout remoteUrl",
	"outgoing.prod.mozaws.net /v1/* - path",
	"outgoing.prod.webservices.mozgcp.net /v1/* - path",
	"anonym.to / - query",
	"anonymz.com / - query",
	"dereferer.me / - query",
	"dereferer.org / - query",
	"nullrefer.com / - query",
	// Chat.
	"l.wl.co /l u",
	"slack-redir.net /link url",
	"meet.google.com /linkredirect dest",
	"statics.teams.cdn.office.net /evergreen-assets/safelinks/* url",
	"t.me /iv url",
	"telegram.me /iv url",
	"c.pc.qq.com /* pfurl,url",
	"web.skype.com /redirect url",
	// Feed readers and read-later services.
	"getpocket.com /redirect url",
	"instapaper.com /text u",
	"feedly.com /home/sources/go url",
	"inoreader.com /camo/link url",
	"flipboard.com /redirect url",
	"news.google.com /news/url url",
];

/** What `*` at the end of a host stands for: `com`, `co.uk`, and the domains of other countries. */
const COUNTRY = "^(?:[a-z]{2,3}|com?\\.[a-z]{2})$";

/** The position of the target for forms in which it is only a part of the address or parameter. */
const TARGETS: Record<string, string> = {
	convertkit: "/([\\w-]+)=*(?:[?#].*)?$",
	disqus: "(.*?)(?::[\\w-]*)?$",
	path: "/(?:___)?(https?(?::|%3a)[\\s\\S]+?)(?:___.*)?$",
	postmark: "/(?:2|3|3s)/([^/]+)",
	proofpoint3: "/v3/__([\\s\\S]+?)__;",
	segment: "/C?L0/([^/]+)",
	query: "\\?([\\s\\S]*)",
	substack: "/2/([\\w-]+)",
	yahoo: "/RU=([^/]+)",
};

/** The letters with which version 3 of URL Defense encodes the lengths of runs, from 2 on. */
const RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Hosts that show the same pages as another: when addresses are compared, each is replaced by its
 * value.
 */
const SAME_PAGES = {
	"bbc.co.uk": "bbc.com",
	"fxbsky.app": "bsky.app",
	"godoc.org": "pkg.go.dev",
	"sh.reddit.com": "reddit.com",
	"threads.net": "threads.com",
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

/** Parts of a host name that select another view of the same page, mainly for phones. */
const VIEWS = "m mobile amp touch lite";

/** Hosts whose paths are the same in upper and lower case. */
const ANY_CASE =
	"bitbucket.org bsky.app codeberg.org crates.io doi.org facebook.com gist.github.com github.com gitlab.com huggingface.co instagram.com linkedin.com npmjs.com pypi.org reddit.com x.com";

/** A parameter that selects another view of the same page: AMP, or a version for printing. */
const VIEW =
	"(?:amp=(?:1|true|yes)?|amp_\\w+=[^&]*|output(?:Type)?=amp|print=(?:1|true|yes)|view=print)";

/**
 * Different addresses of one page: a pattern for an address without its scheme, `www.` and fragment,
 * and the common form that replaces it.
 */
const FORMS: readonly [pattern: string, replacement: string][] = [
	// Caches of search engines; the address ends in that of the page.
	["google\\.[a-z.]+/amp/(?:s/)?(.+)", "$1"],
	["[^/]+\\.cdn\\.ampproject\\.org/[a-z]/(?:s/)?(.+)", "$1"],
	// Web archives.
	["web\\.archive\\.org/web/[^/]+/(?:https?%3A/+)?(?:www\\.)?(.+)", "$1"],
	["archive\\.(?:fo|is|li|md|ph|today|vn)/(?:\\w+/)?https?%3A/+(?:www\\.)?(.+)", "$1"],
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
	[
		"(?:ncbi\\.nlm\\.nih\\.gov/pmc|pmc\\.ncbi\\.nlm\\.nih\\.gov)/articles/(PMC\\d+).*",
		"pmc.ncbi.nlm.nih.gov/articles/$1",
	],
	[
		"(?:ncbi\\.nlm\\.nih\\.gov/pubmed|pubmed\\.ncbi\\.nlm\\.nih\\.gov)/(\\d+).*",
		"pubmed.ncbi.nlm.nih.gov/$1",
	],
	[
		"(?:dl\\.acm\\.org|onlinelibrary\\.wiley\\.com|tandfonline\\.com|journals\\.sagepub\\.com|science\\.org|pnas\\.org|pubs\\.acs\\.org)/doi/(?:(?:abs|full|fullHtml|pdf|pdfdirect|epdf)/)?(10\\.[^?]+)(?:\\?.*)?",
		"doi.org/$1",
	],
	[
		"link\\.springer\\.com/(?:article|chapter|book|content/pdf)/(10\\.[^?]+?)(?:\\.pdf)?(?:\\?.*)?",
		"doi.org/$1",
	],
	["nature\\.com/articles/([^/?]+?)(?:\\.pdf)?(?:\\?.*)?", "nature.com/articles/$1"],
	[
		"(?:papers\\.)?ssrn\\.com/(?:sol3/papers\\.cfm\\?(?:.*&)?abstract_id%?=|abstract%3D)(\\d+).*",
		"ssrn.com/abstract/$1",
	],
	["(\\w+\\.wikipedia\\.org)/w/index\\.php\\?(?:.*&)?title=([^&]+)(?:&.*)?", "$1/wiki/$2"],
	["redd\\.it/(\\w+)", "reddit.com/comments/$1"],
	["reddit\\.com/(?:r/\\w+/)?comments/(\\w+)(?:[/?].*)?", "reddit.com/comments/$1"],
	["x\\.com/(?:\\w+|i/web)/status(?:es)?/(\\d+).*", "x.com/i/status/$1"],
	[
		"((?:[\\w-]+\\.)?stackoverflow\\.com|[\\w-]+\\.stackexchange\\.com)/(?:q|questions)/(\\d+)(?:/.*)?",
		"$1/questions/$2",
	],
	["(?:[\\w-]+\\.)?medium\\.com/(?:.*[/-])?([0-9a-f]{10,12})(?:\\?.*)?", "medium.com/p/$1"],
	["(amazon\\.[a-z.]+)/(?:.*/)?(?:dp|gp/product|gp/aw/d)/(\\w{10})(?:[/?].*)?", "$1/dp/$2"],
	["gist\\.github\\.com/(?:[^/]+/)?([0-9a-f]{20,})(?:[/?].*)?", "gist.github.com/$1"],
	[
		"raw\\.githubusercontent\\.com/([^/]+)/([^/]+)/(?:refs/heads/)?([^/]+)/(.+)",
		"github.com/$1/$2/blob/$3/$4",
	],
	[
		"github\\.com/([^/?]+)/([^/?]+)/blob/(?:main|master)/(?:README|Readme|readme)(?:\\.\\w+)?",
		"github.com/$1/$2",
	],
	["huggingface\\.co/((?:datasets/|spaces/)?[^/?]+/[^/?]+)/tree/main", "huggingface.co/$1"],
	["crates\\.io/crates/([^/?]+)(?:/.*)?", "crates.io/crates/$1"],
	["docs\\.rs/([^/?]+)/[^/?]+(.*)", "docs.rs/$1/latest$2"],
	["hub\\.docker\\.com/(_/[^/?]+|r/[^/?]+/[^/?]+)(?:[/?].*)?", "hub.docker.com/$1"],
	["pkg\\.go\\.dev/([^?@]+)(?:@[^/?]*|%40[^/?]*)(.*)", "pkg.go.dev/$1$2"],
	["rubygems\\.org/gems/([^/?]+)(?:[/?].*)?", "rubygems.org/gems/$1"],
	["lobste\\.rs/s/(\\w+)(?:/.*)?", "lobste.rs/s/$1"],
	[
		"linkedin\\.com/(?:posts/.*[-_]activity-|feed/update/urn%3Ali%3Aactivity%3A)(\\d+).*",
		"linkedin.com/feed/update/$1",
	],
	["instagram\\.com/(?:[\\w.]+/)?(?:p|reel|reels|tv)/([\\w-]+).*", "instagram.com/p/$1"],
	["tiktok\\.com/(?:%40[^/]+/video|v)/(\\d+).*", "tiktok.com/v/$1"],
	["open\\.spotify\\.com/intl-\\w+/(.+)", "open.spotify.com/$1"],
	[
		"(apps|books|music|podcasts)\\.apple\\.com/(?:\\w\\w/)?(app|book|album|podcast|song)/(?:[^/?]+/)?(id\\d+|\\d+)(.*)",
		"$1.apple.com/$2/$3$4",
	],
	[
		"play\\.google\\.com/store/apps/details\\?(?:.*&)?id=([\\w.]+).*",
		"play.google.com/store/apps/details?id=$1",
	],
	["dev\\.to/([^?]+)\\?.*", "dev.to/$1"],
	["imdb\\.com/(?:\\w\\w/)?title/(tt\\d+)(?:[/?].*)?", "imdb.com/title/$1"],
	["developer\\.mozilla\\.org/\\w\\w(?:-\\w\\w)?/docs/(.*)", "developer.mozilla.org/docs/$1"],
	[
		"(github\\.com|gitlab\\.com|codeberg\\.org|bitbucket\\.org)/([^/?]+)/([^/?]+?)(?:\\.git|\\?tab=readme[^&]*|/(?:-/)?(?:tree|src|src/branch)/(?:main|master))",
		"$1/$2/$3",
	],
	["npmjs\\.com/package/(.+?)(?:/v/.*)?", "npmjs.com/package/$1"],
	["pypi\\.org/(?:project|pypi)/([^/?]+)(?:/.*)?", "pypi.org/project/$1"],
	["vimeo\\.com/(?:[^?]*/)?(\\d+)(?:/[0-9a-f]{6,})?(?:\\?.*)?", "vimeo.com/$1"],
	["player\\.vimeo\\.com/video/(\\d+).*", "vimeo.com/$1"],
	// On any host: views of a page that publishing software commonly offers.
	["(.+?)(?:/amp)+(\\?.*)?", "$1$2"],
	["(.+)\\.amp(\\.html?)?(\\?.*)?", "$1$2$3"],
	["([^/?]+)/amp(/[^?]+.*)", "$1$2"],
	[`(.+[?&])${VIEW}&(.+)`, "$1$2"],
	[`(.+)[?&]${VIEW}`, "$1"],
	["(.+?)(?:/print(?:\\.html?)?)+", "$1"],
	["(.+?)(?:/index\\.(?:html?|php))+(\\?.*)?", "$1$2"],
];

/** Pages on which browsers do not allow extensions. */
const STORES = [
	"^https://chromewebstore\\.google\\.com/",
	"^https://chrome\\.google\\.com/webstore",
	"^https://addons\\.mozilla\\.org/",
	"^https://microsoftedge\\.microsoft\\.com/addons",
];

/** Schemes of addresses that readers cannot open, with the reason that is shown. */
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

/** Kinds of pages, recognized by their address without scheme, `www.` and fragment. */
const PAGES = {
	/** The main page of a repository. */
	repository:
		"^(?:(?:github|gitlab)\\.com|(?:bitbucket|codeberg)\\.org|git\\.sr\\.ht)/(?!(?:about|blog|collections|features|marketplace|orgs|security|settings|solutions|sponsors|topics|trending|users)/)[^/?#]+/[^/?#]+$|^(?:sourceforge\\.net/(?:projects|p)|code\\.google\\.com/p)/[^/?#]+$",
	/** The page of a package in a package registry. */
	package:
		"^(?:npmjs\\.com/package|pypi\\.(?:org/project|python\\.org/pypi)|crates\\.io/crates|hub\\.docker\\.com/(?:r|_)|rubygems\\.org/gems|(?:packagist|nuget)\\.org/packages)/.",
	/** The home page of a project, or of its documentation, at a hosting service for these. */
	project:
		"^[^./]+\\.(?:(?:github|gitlab)\\.(?:io|com)(?:/[^/?#]+)?|readthedocs\\.(?:io|org)(?:/[a-z]{2}/[^/?#]+)?)$",
	codeHost: "^(?:(?:github|gitlab)\\.com|(?:bitbucket|codeberg)\\.org|sourceforge\\.net)/",
};

/**
 * Scripts, by their Unicode codes, in which a host name may be written. Several in one line may be
 * mixed.
 */
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

/**
 * Letters of other scripts that look like Latin ones. A name with only these could imitate another
 * name.
 */
const LOOK_LATIN = "асԁеһіјӏорԛѕԝхуъьҽпгѵѡοαικνρτυχω";

/** All rules. */
export const LINK_RULES = {
	families: FAMILIES.split(" "),
	everywhere: EVERYWHERE.split(" "),
	byHost: Object.fromEntries(
		Object.entries(BY_HOST).map(([host, names]) => [host, names.split(" ")]),
	) as Record<string, string[]>,
	inFragment: IN_FRAGMENT.split(" "),
	needed: NEEDED,
	site: SITE,
	wrappers: WRAPPERS,
	country: COUNTRY,
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

export type LinkRules = typeof LINK_RULES;
