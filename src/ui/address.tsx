import { addressParts } from "../core/links/readable.ts";

/** An address in a readable form: first the host, then the path, shortened in the middle. */
export function Address({ url }: { url: string }) {
	const { host, path } = addressParts(url);
	return (
		<span class="address" title={url}>
			<span class="host">{host}</span>
			<span class="path">{path}</span>
		</span>
	);
}
