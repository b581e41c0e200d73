import { translate } from "../../extension/strings.ts";
import { IconButton, type IconButtonProps } from "./icon-button.tsx";

interface MoveButtonsProps extends Pick<IconButtonProps, "class" | "tabIndex" | "describedBy"> {
	/** The prefix of the ids of both buttons: `ID-up`, `ID-down`. */
	id?: string;
	move(direction: "up" | "down"): unknown;
}

/** Two buttons that move something up and down in its list. */
export function MoveButtons({ id, move, ...rest }: MoveButtonsProps) {
	return (["up", "down"] as const).map((direction) => (
		<IconButton
			key={direction}
			{...rest}
			id={id && `${id}-${direction}`}
			icon={direction}
			label={translate(direction === "up" ? "optionsMoveUp" : "optionsMoveDown")}
			act={() => move(direction)}
		/>
	));
}
