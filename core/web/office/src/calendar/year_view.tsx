import { formatDate } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import type { Calendar } from "../api";
import { weekdayName, weeksOf, type DayCell } from "./year";

const t = wordsOf("officeCalendar");

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Twelve small months. What a screen reader needs stands in the list of special days beside it. */
export function YearView({ calendar, today }: { calendar: Calendar; today: string | undefined }) {
  const texts = t();
  return (
    <div class="year">
      {months.map((month) => (
        <table key={month} class="month">
          <caption>{texts.month(month)}</caption>
          <thead>
            <tr>
              {texts.weekdaysShort.split(",").map((name, index) => (
                <th key={name} scope="col" abbr={weekdayName(index + 1)}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(calendar, month).map((week, index) => (
              <tr key={index}>
                {week.map((cell, day) => (
                  <Day key={day} cell={cell} isToday={cell?.date === today} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function Day({ cell, isToday }: { cell: DayCell | null; isToday: boolean }) {
  if (!cell) return <td />;
  const special = cell.special && vocabulary.dayKind.word(cell.special.kind);
  const title = cell.special && `${formatDate(cell.date)}: ${special} – ${cell.special.name}`;
  return (
    <td class={`day ${cell.look} ${isToday ? "is-today" : ""}`} title={title}>
      {cell.day}
      {special && <span class="hidden-visually"> {special}</span>}
    </td>
  );
}

export function Legend() {
  const texts = t();
  const looks = [
    ["ordinary", texts.legendWorking],
    ["off", texts.legendOff],
    ["holiday", vocabulary.dayKind.word("holiday")],
    ["made_up", vocabulary.dayKind.word("working")],
  ] as const;
  return (
    <ul class="legend" aria-hidden="true">
      {looks.map(([look, name]) => (
        <li key={look}>
          <span class={`day ${look}`}>1</span> {name}
        </li>
      ))}
    </ul>
  );
}
