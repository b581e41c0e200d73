/** The addresses of a host's pages about a repository. */
interface HostPages {
	/** Whether this is the kind of host that a repository is on. */
	fits(host: string): boolean;
	commit(repository: string, oid: string): string;
	newPullRequest(repository: string, branch: string, into: string): string;
}

const HOSTS: readonly HostPages[] = [
	{
		fits: (host) => host === "github.com",
		commit: (repository, oid) => `${repository}/commit/${oid}`,
		newPullRequest: (repository, branch, into) =>
			`${repository}/compare/${part(into)}...${part(branch)}?expand=1`,
	},
	{
		fits: (host) => host === "gitlab.com" || host.startsWith("gitlab."),
		commit: (repository, oid) => `${repository}/-/commit/${oid}`,
		newPullRequest: (repository, branch, into) =>
			`${repository}/-/merge_requests/new?merge_request%5Bsource_branch%5D=${encodeURIComponent(branch)}&merge_request%5Btarget_branch%5D=${encodeURIComponent(into)}`,
	},
	{
		// Gitea and Forgejo. Only known hosts, and hosts with one of these names in theirs, are recognized.
		fits: (host) => host === "codeberg.org" || /(^|\.)(gitea|forgejo)\./.test(host),
		commit: (repository, oid) => `${repository}/commit/${oid}`,
		newPullRequest: (repository, branch, into) =>
			`${repository}/compare/${part(into)}...${part(branch)}`,
	},
];

/** The page of a commit, or null if the host's page addresses are not known. */
export function commitPage(address: string, oid: string): string | null {
	return pagesOf(address)?.commit(repositoryPage(address), oid) ?? null;
}

/** The page for opening a pull request from a branch, or null as above. */
export function pullRequestPage(address: string, branch: string, into: string): string | null {
	return pagesOf(address)?.newPullRequest(repositoryPage(address), branch, into) ?? null;
}

function pagesOf(address: string): HostPages | undefined {
	const { hostname } = new URL(address);
	return HOSTS.find(({ fits }) => fits(hostname));
}

function repositoryPage(address: string): string {
	return address.replace(/\.git$/, "");
}

function part(branch: string): string {
	return branch.split("/").map(encodeURIComponent).join("/");
}
