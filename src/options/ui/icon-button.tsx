import { Icon } from "../../ui/icon.tsx";

export interface IconButtonProps {
	icon: Parameters<typeof Icon>[0]["name"];
	/** The name of its action, also shown as its tooltip. */
	label: string;
	id?: string | undefined;
	class?: string;
	tabIndex?: number;
	/** The id of an element that says what the button acts on. */
	describedBy?: string;
	/** Whether it opens a menu. */
	opensMenu?: boolean;
	act(): unknown;
}

/** A button with an icon instead of text. */
export function IconButton(props: IconButtonProps) {
	const { icon, label, id, tabIndex, describedBy, opensMenu, act } = props;
	return (
		<button
			type="button"
			class={props.class ?? "quiet small"}
			id={id}
			tabIndex={tabIndex}
			aria-label={label}
			aria-haspopup={opensMenu ? "menu" : undefined}
			title={label}
			aria-describedby={describedBy}
			onClick={() => void act()}
		>
			<Icon name={icon} />
		</button>
	);
}
