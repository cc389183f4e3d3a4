import { useMemo } from "preact/hooks";

import { formatCount, formatDuration } from "@motcua/format";
import { language, wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import type { CounterToday, OfficerToday, ServiceToday, Today } from "../api";
import { BarChart } from "../charts/bar_chart";
import type { Bars } from "../charts/bar_options";
import { DataTable, type Column } from "../shared/data_table";

const t = wordsOf("officeToday");

function count<T>(
  key: string,
  title: string,
  value: (row: T) => number | null | undefined,
): Column<T> {
  return { key, title, number: true, value, cell: (row) => formatCount(value(row)) };
}

function duration<T>(key: string, title: string, value: (row: T) => number | null): Column<T> {
  const text = (row: T) => formatDuration(value(row));
  return { key, title, number: true, value, text, cell: text };
}

function servedAt(counter: CounterToday): string {
  const texts = t();
  return counter.ticket ?? (counter.open ? texts.free : texts.shut);
}

export function CountersTable({ today }: { today: Today }) {
  const texts = t();
  const columns: Column<CounterToday>[] = [
    { key: "number", title: texts.counter, value: (each) => each.number },
    {
      key: "name",
      title: texts.counterName,
      value: (each) => each.name,
      cell: (each) => <span lang="vi">{each.name}</span>,
    },
    {
      key: "ticket",
      title: texts.ticket,
      value: servedAt,
      cell: (each) => (
        <span class={`badge number ${each.ticket ? "info" : each.open ? "good" : ""}`}>
          {servedAt(each)}
        </span>
      ),
    },
    count("served", texts.served, (each) => each.served),
    duration("service", texts.service, (each) => each.service_median_s),
  ];
  return (
    <section class="card">
      <DataTable
        caption={texts.counters}
        columns={columns}
        rows={today.queue.by_counter}
        rowKey={(each) => each.number}
      />
    </section>
  );
}

const hourName = (hour: number) => `${hour}–${hour + 1}`;

export function HoursPart({ today }: { today: Today }) {
  const texts = t();
  const hours = today.queue.by_hour;
  // Drawn anew when a figure changed, not at every load.
  const bars = useMemo<Bars>(
    () => ({
      labels: hours.map((each) => hourName(each.hour)),
      series: [
        { name: texts.issued, color: "--on-time", values: hours.map((each) => each.issued) },
        {
          name: texts.served,
          color: "--early",
          hatch: "up",
          values: hours.map((each) => each.served),
        },
      ],
    }),
    [JSON.stringify(hours), language.value],
  );
  type Hour = (typeof hours)[number];
  const columns: Column<Hour>[] = [
    {
      key: "hour",
      title: texts.hour,
      value: (each) => each.hour,
      text: (each) => hourName(each.hour),
      cell: (each) => hourName(each.hour),
    },
    count("issued", texts.issued, (each) => each.issued),
    count("served", texts.served, (each) => each.served),
  ];
  return (
    <section class="card" aria-labelledby="hours-title">
      <h2 id="hours-title">{texts.byHour}</h2>
      {hours.length === 0 ? (
        <p class="empty">{texts.noHours}</p>
      ) : (
        <>
          <BarChart bars={bars} label={texts.hourChart} />
          <details>
            <summary>{texts.showTable}</summary>
            <DataTable
              caption={texts.byHour}
              captionHidden
              columns={columns}
              rows={hours}
              rowKey={(each) => each.hour}
            />
          </details>
        </>
      )}
    </section>
  );
}

export function ServicesTable({ today }: { today: Today }) {
  const texts = t();
  const columns: Column<ServiceToday>[] = [
    {
      key: "name",
      title: texts.serviceName,
      value: (each) => each.name,
      cell: (each) => (
        <>
          <span class="badge">{each.letter}</span> <span lang="vi">{each.name}</span>
        </>
      ),
    },
    count("waiting", vocabulary.ticketState.word("waiting"), (each) => each.waiting),
    count("issued", texts.issued, (each) => each.issued),
    count("served", texts.served, (each) => each.served),
    duration("median", texts.waits, (each) => each.wait_median_s),
  ];
  return (
    <section class="card">
      <DataTable
        caption={texts.byService}
        columns={columns}
        rows={today.queue.by_service}
        rowKey={(each) => each.letter}
      />
    </section>
  );
}

export function OfficersTable({ today }: { today: Today }) {
  const texts = t();
  const columns: Column<OfficerToday>[] = [
    {
      key: "name",
      title: texts.officer,
      value: (each) => each.name || each.login,
    },
    count("received", texts.received, (each) => each.received),
    count("resolved", vocabulary.dossierState.word("resolved"), (each) => each.resolved),
    count("open", texts.openDossiers, (each) => each.open),
    {
      ...count<OfficerToday>(
        "overdue",
        vocabulary.workGroup.word("overdue"),
        (each) => each.overdue,
      ),
      cell: (each) =>
        each.overdue ? (
          <strong class="badge bad">{formatCount(each.overdue)}</strong>
        ) : (
          formatCount(each.overdue)
        ),
    },
  ];
  return (
    <section class="card">
      <DataTable
        caption={texts.byOfficer}
        columns={columns}
        rows={today.by_officer}
        rowKey={(each) => each.login}
        rowClass={(each) => (each.overdue ? "late" : undefined)}
        empty={texts.noOfficers}
      />
    </section>
  );
}
