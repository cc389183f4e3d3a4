import { useEffect, useState } from "preact/hooks";

import { Problem } from "@motcua/api/client";
import { formatCount, formatDate } from "@motcua/format";
import { person } from "@motcua/session";
import { Button, toast } from "@motcua/ui";

import { getCalendar, sendTable, type Calendar, type CalendarChange, type Table } from "../api";
import { partsOf, weekdayOf } from "../period/dates";
import { Await } from "../shared/await";
import { DataTable } from "../shared/data_table";
import { problemText } from "../shared/problem_text";
import { resource } from "../shared/resource";
import { DropPlace, ImportDialog } from "../shared/table_import";
import { today } from "../shell/office";
import { CalendarChanges } from "./calendar_changes";
import { t } from "./calendar_texts";
import { ClosureForm } from "./closure_form";
import { weekdays, workingDays } from "./year";
import { Legend, YearView } from "./year_view";

const calendar = resource<Calendar>();

export function CalendarPage() {
  const texts = t();
  const thisYear = today.value ? partsOf(today.value).year : undefined;
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [closing, setClosing] = useState(false);
  const [preview, setPreview] = useState<{ table: Table; outcome: CalendarChange } | null>(null);
  const [replace, setReplace] = useState(false);
  const year = chosen ?? thisYear;
  const load = () => {
    if (year) void calendar.load(() => getCalendar(year));
  };
  useEffect(load, [year]);
  const check = async (table: Table) => {
    try {
      const outcome = await sendTable<CalendarChange>("calendar", "preview", table);
      setClosing(false);
      setPreview({ table, outcome });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      toast("bad", problemText(problem));
    }
  };
  const isAdmin = person.value?.role === "admin";
  return (
    <>
      <div class="page-head">
        <h1>{texts.title}</h1>
        {year && (
          <div class="row">
            <Button aria-label={texts.previous} onClick={() => setChosen(year - 1)}>
              ‹
            </Button>
            <strong class="number" aria-live="polite">
              {texts.year(year)}
            </strong>
            <Button aria-label={texts.next} onClick={() => setChosen(year + 1)}>
              ›
            </Button>
          </div>
        )}
        {isAdmin && (
          <Button look="primary" onClick={() => setClosing(true)}>
            + {texts.addDay}
          </Button>
        )}
      </div>
      <div class="stack">
        <Await of={calendar} again={load} height="60vh">
          {(each) => <Year calendar={each} />}
        </Await>
        {isAdmin && (
          <>
            <DropPlace
              name={texts.import}
              onTable={(table) => void check({ ...table, replace })}
            />
            <label class="check">
              <input
                type="checkbox"
                checked={replace}
                onChange={(event) => setReplace(event.currentTarget.checked)}
              />
              {texts.replace}
            </label>
          </>
        )}
      </div>
      {closing && <ClosureForm onTable={check} onClose={() => setClosing(false)} />}
      {preview && (
        <ImportDialog
          title={`${texts.preview}: ${preview.table.file}`}
          kind="calendar"
          {...preview}
          changesNothing={
            preview.outcome.added.length +
              preview.outcome.removed.length +
              preview.outcome.changed.length ===
            0
          }
          onDone={() => {
            setPreview(null);
            load();
          }}
          onClose={() => setPreview(null)}
        >
          <CalendarChanges change={preview.outcome} />
        </ImportDialog>
      )}
    </>
  );
}

function Year({ calendar: each }: { calendar: Calendar }) {
  const texts = t();
  const names = texts.weekdays.split(",");
  return (
    <div class="year-and-days">
      <section class="card stack">
        <YearView calendar={each} today={today.value} />
        <div class="row spread">
          <Legend />
          <p class="number">{texts.total(formatCount(workingDays(each)))}</p>
        </div>
      </section>
      <div class="stack">
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
      </div>
    </div>
  );
}
