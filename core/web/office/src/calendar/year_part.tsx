import { formatCount, formatDate } from "@motcua/format";

import type { Calendar } from "../api";
import { weekdayOf } from "../period/dates";
import { DataTable } from "../shared/data_table";
import { today } from "../shell/clock";
import { t } from "./calendar_texts";
import { weekdays, workingDays } from "./year";
import { Legend, YearView } from "./year_view";

/** The year, the hours of a week, and the days that differ. */
export function YearPart({ calendar: each }: { calendar: Calendar }) {
  const texts = t();
  return (
    <div class="stack">
      <section class="card stack">
        <YearView calendar={each} today={today.value} />
        <div class="row spread">
          <Legend />
          <p class="number">{texts.total(formatCount(workingDays(each)))}</p>
        </div>
      </section>
      <div class="halves">
        <Hours calendar={each} />
        <SpecialDays calendar={each} />
      </div>
    </div>
  );
}

function Hours({ calendar: each }: { calendar: Calendar }) {
  const texts = t();
  const names = texts.weekdays.split(",");
  return (
    <section class="card">
      <DataTable
        caption={texts.hours}
        columns={[
          { key: "weekday", title: texts.weekday, cell: (index) => names[index] },
          {
            key: "hours",
            title: texts.hours,
            cell: (index) => each.hours[weekdays[index] ?? "mon"]?.join(", ") || texts.off,
          },
        ]}
        rows={weekdays.map((_, index) => index)}
        rowKey={(index) => index}
        copy={false}
      />
    </section>
  );
}

function SpecialDays({ calendar: each }: { calendar: Calendar }) {
  const texts = t();
  const names = texts.weekdays.split(",");
  return (
    <section class="card">
      <DataTable
        caption={texts.special}
        columns={[
          {
            key: "date",
            title: texts.date,
            value: (day) => day.date,
            text: (day) => formatDate(day.date),
            cell: (day) => <span class="number">{formatDate(day.date)}</span>,
          },
          {
            key: "weekday",
            title: texts.weekday,
            value: (day) => weekdayOf(day.date),
            text: (day) => names[weekdayOf(day.date) - 1] ?? "",
            cell: (day) => names[weekdayOf(day.date) - 1],
            short: true,
          },
          {
            key: "kind",
            title: texts.kind,
            value: (day) => texts[day.kind],
            cell: (day) => (
              <span class={`badge ${day.kind === "holiday" ? "bad" : "info"}`}>
                {texts[day.kind]}
              </span>
            ),
          },
          {
            key: "name",
            title: texts.name,
            value: (day) => day.name,
            cell: (day) => <span lang="vi">{day.name}</span>,
            wide: true,
          },
        ]}
        rows={each.days}
        rowKey={(day) => day.date}
        empty={texts.none}
      />
    </section>
  );
}
