/** Longer paths lose their middle, which says least about a page. */
const PATH_LENGTH = 48;

/** An address as people read one: the host first, then the path, cut in the middle. */
export function Address({ url }: { url: string }) {
	const { host, path } = addressParts(url);
	return (
		<span class="address" title={url}>
			<span class="host">{host}</span>
			<span class="path">{path}</span>
		</span>
	);
}

/** The host without `www.`, and what follows it, cut to a length that fits a line. */
export function addressParts(url: string): { host: string; path: string } {
	if (!URL.canParse(url)) return { host: url, path: "" };
	const { protocol, hostname, port, pathname, search, hash } = new URL(url);
	if (protocol === "mailto:") return { host: pathname, path: "" };
	const host = hostname.replace(/^www\./, "") + (port && `:${port}`);
	const path = readable(`${pathname === "/" ? "" : pathname}${search}${hash}`);
	return { host, path: cutInTheMiddle(path) };
}

function cutInTheMiddle(text: string): string {
	const characters = [...text];
	if (characters.length <= PATH_LENGTH) return text;
	const half = Math.floor((PATH_LENGTH - 1) / 2);
	return `${characters.slice(0, half).join("")}…${characters.slice(-half).join("")}`;
}

function readable(path: string): string {
	try {
		return decodeURI(path);
	} catch {
		return path;
	}
}
