import { today } from "@motcua/clock";
import { formatCount, formatDate } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import type { Calendar } from "../api";
import { weekdayOf } from "../period/dates";
import { DataTable } from "../shared/data_table";
import { weekdayName } from "./year";
import { Legend, YearView } from "./year_view";

const t = wordsOf("officeCalendar");

/** The year, the hours of a week, and the days that differ. */
export function YearPart({ calendar: each }: { calendar: Calendar }) {
  const texts = t();
  return (
    <div class="stack">
      <section class="card stack">
        <YearView calendar={each} today={today.value} />
        <div class="row spread">
          <Legend />
          <p class="number">{texts.total(formatCount(each.working_days))}</p>
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
  return (
    <section class="card">
      <DataTable
        caption={texts.hours}
        columns={[
          { key: "weekday", title: texts.weekday, cell: (index) => weekdayName(index + 1) },
          {
            key: "hours",
            title: texts.hours,
            cell: (index) =>
              each.hours[vocabulary.weekday.names[index] ?? "mon"]?.join(", ") || texts.off,
          },
        ]}
        rows={vocabulary.weekday.names.map((_, index) => index)}
        rowKey={(index) => index}
        copy={false}
      />
    </section>
  );
}

function SpecialDays({ calendar: each }: { calendar: Calendar }) {
  const texts = t();
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
            text: (day) => weekdayName(weekdayOf(day.date)),
            cell: (day) => weekdayName(weekdayOf(day.date)),
            short: true,
          },
          {
            key: "kind",
            title: texts.kind,
            value: (day) => vocabulary.dayKind.word(day.kind),
            cell: (day) => (
              <span class={`badge ${day.kind === "holiday" ? "bad" : "info"}`}>
                {vocabulary.dayKind.word(day.kind)}
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
