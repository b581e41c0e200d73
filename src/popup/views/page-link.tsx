/** A page of Galley's own, and the way there. */
export interface OwnPage {
	address: string;
	open(): void;
}

/** The pages that the popup leads to. */
export interface Pages {
	draft: OwnPage;
	issue(id: string): OwnPage;
}

/** A link that can be copied like any other, and leaves the popup by `open` when followed. */
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
