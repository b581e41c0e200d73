interface ChoiceProps<V extends string> {
	id: string;
	label: string;
	value: V;
	options: readonly { value: V; name: string }[];
	choose(value: V): void;
}

/** A list of a few options, of which one is chosen. */
export function Choice<V extends string>({ id, label, value, options, choose }: ChoiceProps<V>) {
	return (
		<div class="field">
			<label for={id}>{label}</label>
			<select
				id={id}
				value={value}
				onChange={({ currentTarget }) => {
					const chosen = options.find((option) => option.value === currentTarget.value);
					if (chosen) choose(chosen.value);
				}}
			>
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.name}
					</option>
				))}
			</select>
		</div>
	);
}

interface SwitchProps {
	id: string;
	label: string;
	on: boolean;
	turn(on: boolean): void;
}

/** A switch that is on or off. */
export function Switch({ id, label, on, turn }: SwitchProps) {
	return (
		<div class="switch">
			<input
				id={id}
				type="checkbox"
				checked={on}
				onChange={({ currentTarget }) => turn(currentTarget.checked)}
			/>
			<label for={id}>{label}</label>
		</div>
	);
}
