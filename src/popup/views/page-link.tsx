/** A page of Galley, and how to open it. */
export interface OwnPage {
	address: string;
	open(): void;
}

/** The pages that the popup links to. */
export interface Pages {
	draft: OwnPage;
	issue(id: string): OwnPage;
}

/**
 * A link that can be copied like any other. When it is followed, `open` shows the page outside the popup.
 */
export function PageLink({ page, name }: { page: OwnPage; name: string }) {
	return (
		<a
			href={page.address}
			onClick={(event) => {
				event.preventDefault();
				page.open();
			}}
		>
			{name}
		</a>
	);
}
