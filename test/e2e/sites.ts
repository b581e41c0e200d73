/**
 * Serves the sample pages on this machine only.
 *
 * It answers as `http://127.0.0.1:PORT`, as `http://localhost:PORT` and, for browsers that have it
 * as their proxy, as any `http://….example`. The proxy refuses and records every other request, which
 * shows whether anything tries to leave the machine.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const PAGES = fileURLToPath(new URL("./pages", import.meta.url));
const TYPES: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".png": "image/png",
	".pdf": "application/pdf",
};
/** Hosts that are served; `example` is reserved for such use by RFC 2606. */
const OURS = /^(localhost|127\.[\d.]+|(.+\.)?example(\.com|\.org|\.net)?)$/;
/** Sent as a header, which a page cannot weaken: no extension may style the page. */
const STRICT = "default-src 'none'; style-src 'none'";

/**
 * What browsers request themselves, even if everything is switched off: Chromium's updates, and
 * the icon of a visited page.
 */
export const OF_THE_BROWSER =
	/^(https?:\/\/)?([\w-]+\.)*(google|googleapis|gvt1|gstatic)\.com[:/]|\/favicon\.ico$/;

export interface Sites {
	/** `http://127.0.0.1:PORT` */
	origin: string;
	/** `127.0.0.1:PORT`, for `LaunchOptions.proxy`. */
	proxy: string;
	/** Address of a sample page, such as `article.html?utm_source=x`, at `host`. */
	page(path: string, host?: string): string;
	/** Every requested address, in order; `host:443` for an encrypted tunnel. */
	readonly asked: string[];
	close(): Promise<void>;
}

/** Serves `folder` until `close`. With `port` 0 a free port is used. */
export async function serveSites(folder = PAGES, port = 0): Promise<Sites> {
	const asked: string[] = [];
	const server = createServer(async (request, response) => {
		const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
		asked.push(url.href);
		if (!OURS.test(url.hostname)) {
			response.writeHead(403).end();
			return;
		}
		const path = normalize(decodeURIComponent(url.pathname)).replace(/\/$/, "/index.html");
		try {
			const body = await readFile(join(folder, path));
			response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
			if (path.endsWith("strict.html")) response.setHeader("Content-Security-Policy", STRICT);
			response.end(body);
		} catch {
			response.writeHead(404, { "Content-Type": TYPES[".html"] });
			response.end("<!doctype html><title>Not here</title><p>There is no such page.");
		}
	});
	server.on("connect", (request, socket) => {
		asked.push(request.url ?? "");
		// A browser that is killed does not close its connections.
		socket.on("error", () => {});
		socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", resolve);
	});
	// A finished test run must not wait for this.
	server.unref();
	const proxy = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	const origin = `http://${proxy}`;
	return {
		origin,
		proxy,
		asked,
		page: (path, host = proxy) => `http://${host}/${path}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
