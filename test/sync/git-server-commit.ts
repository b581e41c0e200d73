import type { GitServer } from "./git-server.ts";

/** Commits files, given by path, to a branch of the server's repository without using Galley. */
export async function commitOnServer(
	server: GitServer,
	name: string,
	files: Record<string, string>,
	branch = "main",
): Promise<string> {
	const entries: string[] = [];
	for (const [path, text] of Object.entries(files)) {
		const bytes = Buffer.byteLength(text);
		entries.push(`M 100644 inline ${JSON.stringify(path)}\ndata ${bytes}\n${text}\n`);
	}
	const tip = await server.tip(name, branch);
	const parent = tip ? `from ${tip}\n` : "";
	const stream = [
		`commit refs/heads/${branch}\n`,
		"committer Someone Else <else@newsletter.example> 1700000000 +0000\n",
		"data 4\nWork\n",
		parent,
		...entries,
	].join("");
	await server.import(name, stream);
	return server.tip(name, branch);
}
