import { formatCount, formatDate, formatMoment } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import type { CalendarChange, CalendarDay } from "../api";
import { DataTable } from "../shared/data_table";

const t = wordsOf("officeCalendar");

function Days({ title, days }: { title: string; days: CalendarDay[] }) {
  const texts = t();
  if (days.length === 0) return null;
  return (
    <DataTable
      caption={title}
      columns={[
        {
          key: "date",
          title: texts.date,
          value: (each) => each.date,
          cell: (each) => formatDate(each.date),
        },
        { key: "kind", title: texts.kind, value: (each) => vocabulary.dayKind.word(each.kind) },
        {
          key: "name",
          title: texts.name,
          value: (each) => each.name,
          cell: (each) => <span lang="vi">{each.name}</span>,
          wide: true,
        },
      ]}
      rows={days}
      rowKey={(each) => each.date}
      copy={false}
    />
  );
}

/** What a change of the calendar does: to its days, and to the dossiers that are open. */
export function CalendarChanges({ change }: { change: CalendarChange }) {
  const texts = t();
  return (
    <>
      <Days title={texts.added(formatCount(change.added.length))} days={change.added} />
      <Days title={texts.removed(formatCount(change.removed.length))} days={change.removed} />
      <Days
        title={texts.changed(formatCount(change.changed.length))}
        days={change.changed.map((each) => each.after)}
      />
      {change.moved_count === 0 ? (
        <p class="notice good">{texts.nothingMoved}</p>
      ) : (
        <>
          <DataTable
            caption={texts.moved(formatCount(change.moved_count))}
            columns={[
              { key: "code", title: texts.code, value: (each) => each.code },
              { key: "procedure", title: texts.procedure, value: (each) => each.procedure },
              {
                key: "before",
                title: texts.dueBefore,
                value: (each) => each.due_before,
                text: (each) => formatMoment(each.due_before),
                cell: (each) => <span class="number">{formatMoment(each.due_before)}</span>,
              },
              {
                key: "after",
                title: texts.dueAfter,
                value: (each) => each.due_after,
                text: (each) => formatMoment(each.due_after),
                cell: (each) => <strong class="number">{formatMoment(each.due_after)}</strong>,
              },
            ]}
            rows={change.moved}
            rowKey={(each) => each.code}
          />
          {change.moved.length < change.moved_count && (
            <p class="remark">{texts.movedMore(formatCount(change.moved.length))}</p>
          )}
        </>
      )}
    </>
  );
}
