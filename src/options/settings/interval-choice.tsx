import type { Interval } from "../../core/calendar/interval.ts";
import { weekdayOf } from "../../core/preflight/calendar.ts";
import { type StringKey, translate, weekdayName } from "../../extension/strings.ts";
import { Choice } from "../style/choice.tsx";

/** The kinds of interval that can be chosen. */
const KINDS = {
	learned: "intervalLearned",
	week: "intervalWeek",
	twoWeeks: "intervalTwoWeeks",
	monthDay: "intervalMonthDay",
	monthWeekday: "intervalMonthWeekday",
	none: "intervalNone",
} as const satisfies Record<string, StringKey>;

type Kind = keyof typeof KINDS;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0];
const NTHS: readonly StringKey[] = [
	"intervalNth_1",
	"intervalNth_2",
	"intervalNth_3",
	"intervalNth_4",
	"intervalNth_5",
];
const DAYS = Array.from({ length: 31 }, (_, at) => at + 1);

interface IntervalChoiceProps {
	/** The prefix of the ids of its fields. */
	id: string;
	/** Null to use the interval that the archive shows. */
	interval: Interval | null;
	/** Whether it can be learned from the archive. */
	learns: boolean;
	/** The date of the next issue, as `2019-12-15`. A new monthly interval starts from its day. */
	from: string | null;
	choose(interval: Interval | null): void;
}

/** The interval between issues: its kind, and the day of a monthly interval. */
export function IntervalChoice({ id, interval, learns, from, choose }: IntervalChoiceProps) {
	const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => learns || kind !== "learned");
	const numbered = (value: number) => ({ value: String(value), name: String(value) });
	return (
		<div class="interval">
			<Choice
				id={`${id}-kind`}
				label={translate("intervalLabel")}
				value={kindOf(interval)}
				options={kinds.map((kind) => ({ value: kind, name: translate(KINDS[kind]) }))}
				choose={(kind) => choose(intervalOf(kind, from))}
			/>
			{interval?.every === "month" && "day" in interval && (
				<Choice
					id={`${id}-day`}
					label={translate("intervalDay")}
					value={String(interval.day)}
					options={DAYS.map(numbered)}
					choose={(day) => choose({ every: "month", day: Number(day) })}
				/>
			)}
			{interval?.every === "month" && "nth" in interval && (
				<>
					<Choice
						id={`${id}-nth`}
						label={translate("intervalNth")}
						value={String(interval.nth)}
						options={NTHS.map((name, at) => ({ value: String(at + 1), name: translate(name) }))}
						choose={(nth) => choose({ ...interval, nth: Number(nth) })}
					/>
					<Choice
						id={`${id}-weekday`}
						label={translate("intervalWeekdayLabel")}
						value={String(interval.weekday)}
						options={WEEKDAYS.map((day) => ({ value: String(day), name: weekdayName(day) }))}
						choose={(weekday) => choose({ ...interval, weekday: Number(weekday) })}
					/>
				</>
			)}
		</div>
	);
}

function kindOf(interval: Interval | null): Kind {
	if (!interval) return "learned";
	if (interval.every !== "month") return interval.every;
	return "day" in interval ? "monthDay" : "monthWeekday";
}

/** An interval of a kind, using the day of the next issue. */
function intervalOf(kind: Kind, from: string | null): Interval | null {
	const day = Number(from?.slice(8) ?? 1);
	switch (kind) {
		case "learned":
			return null;
		case "monthDay":
			return { every: "month", day };
		case "monthWeekday":
			return { every: "month", weekday: weekdayOf(from ?? "") ?? 1, nth: Math.ceil(day / 7) };
		default:
			return { every: kind };
	}
}
