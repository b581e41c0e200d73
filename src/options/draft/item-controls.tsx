import { say } from "../../browser/strings.ts";
import { Icon } from "../../components/icon.tsx";
import { focusAfterwards, focusById, keepingFocus } from "../focus.ts";
import type { ItemProps } from "./item-view.tsx";

/** What can be done with an item without opening it. */
export function ItemControls({ desk, id, section }: ItemProps) {
	const isOpen = desk.items.isOpen(id);
	const describedBy = `item-${id}-summary`;

	async function toggle(): Promise<void> {
		if (isOpen) {
			desk.items.close(id);
			await focusById(`item-${id}-edit`);
		} else {
			desk.items.open(id);
			await focusById(`item-${id}-note`);
		}
	}

	async function remove(): Promise<void> {
		const focus = focusAfterwards();
		const next = await desk.items.delete(id);
		await focus(next ? `item-${next}-edit` : `section-${section}-add`);
	}

	return (
		<div class="controls">
			<button
				type="button"
				class="quiet edit"
				id={`item-${id}-edit`}
				aria-describedby={describedBy}
				onClick={() => void toggle()}
			>
				{say(isOpen ? "optionsDone" : "optionsEdit")}
			</button>
			{(["up", "down"] as const).map((direction) => {
				const name = say(direction === "up" ? "optionsMoveUp" : "optionsMoveDown");
				return (
					<button
						key={direction}
						type="button"
						class="quiet small"
						id={`item-${id}-${direction}`}
						aria-label={name}
						title={name}
						aria-describedby={describedBy}
						onClick={() => void keepingFocus(() => desk.items.move(id, direction))}
					>
						<Icon name={direction} />
					</button>
				);
			})}
			<button
				type="button"
				class="quiet small"
				aria-label={say("optionsDelete")}
				title={say("optionsDelete")}
				aria-describedby={describedBy}
				onClick={() => void remove()}
			>
				<Icon name="delete" />
			</button>
		</div>
	);
}
