import { addressParts } from "../core/links/readable.ts";

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
