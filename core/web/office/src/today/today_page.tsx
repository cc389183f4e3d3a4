import { useEffect } from "preact/hooks";

import { mayHere } from "@motcua/access";
import { atOffice } from "@motcua/clock";
import { formatCount, formatDate, formatDuration, formatTime } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import type { Today } from "../api";
import { weekdayName } from "../calendar/year";
import { openDossiers, withStatus } from "../dossiers/dossier_list";
import { weekdayOf } from "../period/dates";
import { Await } from "../shared/await";
import { Stat } from "../shared/stat";
import { figures, followToday, lostSince, reload } from "./today_state";
import { CountersTable, HoursPart, OfficersTable, ServicesTable } from "./today_tables";

const t = wordsOf("officeToday");

/** "23 / 27"; a dash where there is nothing yet, as that is not none of none. */
const ofAll = (some: number, all: number) =>
  all === 0 ? "–" : `${formatCount(some)} / ${formatCount(all)}`;

/** The administrator sees figures, not the dossiers of people. */
const opener = (name: string, status: string) =>
  mayHere("listDossiers") ? () => openDossiers(name, [withStatus(name, status)]) : undefined;

export function TodayPage() {
  const texts = t();
  useEffect(followToday, []);
  const { value } = figures.value;
  const weekday = value ? weekdayName(weekdayOf(value.day)) : "";
  return (
    <>
      <div class="page-head">
        <h1>
          {texts.title}
          {value && (
            <span class="number">
              {" – "}
              {weekday}, {formatDate(value.day)}
            </span>
          )}
        </h1>
        {value && (
          <span class="remark number">
            {(lostSince.value ? texts.asOfOld : texts.asOf)(formatTime(value.now))}
          </span>
        )}
      </div>
      {lostSince.value && (
        <div class="notice bad" role="alert">
          {texts.lost(formatTime(atOffice(lostSince.value)))}
        </div>
      )}
      <Await of={figures} again={() => void reload()} height="70vh">
        {(each) => (
          <div class={`stack ${lostSince.value ? "stale" : ""}`}>
            <Late count={each.dossiers.overdue} />
            <Unsure calendar={each.calendar} />
            <QueueStats today={each} />
            <DossierStats today={each} />
            <div class="halves">
              <CountersTable today={each} />
              <HoursPart today={each} />
            </div>
            <div class="halves">
              <ServicesTable today={each} />
              <OfficersTable today={each} />
            </div>
          </div>
        )}
      </Await>
    </>
  );
}

function Late({ count }: { count: number | null }) {
  const texts = t();
  const open = opener(texts.lateName, "overdue");
  if (count === null) return <div class="notice warn">{texts.lateUnknown}</div>;
  if (count === 0) return <div class="notice good">✓ {texts.notLate}</div>;
  return (
    <div class="late-banner" role="alert">
      <strong>⚠ {texts.late(count, formatCount(count))}</strong>
      {open && <Button onClick={open}>{texts.lateOpen}</Button>}
    </div>
  );
}

/** The calendar lacks a year: which, what to do, and how many dossiers that makes unsure. */
function Unsure({ calendar }: { calendar: Today["calendar"] }) {
  const texts = t();
  const { text, due_unsure: count } = calendar;
  if (!text && count === 0) return null;
  return (
    <div class="notice warn" role="status">
      {text} {count > 0 && <strong>{texts.unsure(formatCount(count))}</strong>}
    </div>
  );
}

function QueueStats({ today: { queue } }: { today: Today }) {
  const texts = t();
  const duration = (seconds: number | null) => formatDuration(seconds);
  return (
    <div class="stat-rows">
      <section aria-labelledby="queue-title">
        <h2 id="queue-title">{texts.queue}</h2>
        <div class="stats by-3">
          <Stat name={vocabulary.ticketState.word("waiting")} value={queue.waiting} look="info" />
          <Stat name={vocabulary.ticketState.word("serving")} value={queue.serving} />
          <Stat name={texts.served} value={queue.served} />
          <Stat name={vocabulary.ticketState.word("held")} value={queue.held} />
          <Stat name={texts.noShow} value={queue.no_show} />
          <Stat name={texts.issued} value={queue.issued} />
        </div>
      </section>
      <section aria-labelledby="waits-title">
        <h2 id="waits-title">{texts.waits}</h2>
        <div class="stats by-2">
          <Stat name={texts.median} text={duration(queue.wait_median_s)} />
          <Stat name={texts.p90} text={duration(queue.wait_p90_s)} />
          <Stat name={texts.toldRightly} text={ofAll(queue.wait_told_rightly, queue.wait_told)} />
          <Stat
            name={texts.longest}
            text={duration(queue.waiting_longest_s)}
            look={queue.waits_too_long ? "warn" : undefined}
          />
          <Stat name={texts.service} text={duration(queue.service_median_s)} />
        </div>
      </section>
    </div>
  );
}

function DossierStats({ today: { dossiers } }: { today: Today }) {
  const texts = t();
  return (
    <section aria-labelledby="dossiers-title">
      <h2 id="dossiers-title">{texts.dossiers}</h2>
      <div class="stats by-8">
        <Stat name={texts.received} value={dossiers.received} look="info" />
        <Stat name={vocabulary.dossierState.word("resolved")} value={dossiers.resolved} />
        <Stat name={vocabulary.dossierState.word("returned")} value={dossiers.returned} />
        <Stat
          name={texts.dueToday}
          value={dossiers.due_today}
          look={dossiers.due_today ? "warn" : undefined}
          onOpen={opener(texts.dueToday, "due_today")}
        />
        <Stat
          name={vocabulary.figure.word("in_progress.total")}
          value={dossiers.open}
          onOpen={opener(vocabulary.figure.word("in_progress.total"), "open")}
        />
        <Stat
          name={vocabulary.dossierState.word("suspended")}
          value={dossiers.suspended}
          onOpen={opener(vocabulary.dossierState.word("suspended"), "suspended")}
        />
        <Stat name={vocabulary.dossierState.word("withdrawn")} value={dossiers.withdrawn} />
        <Stat name={vocabulary.dossierState.word("refused")} value={dossiers.refused} />
      </div>
    </section>
  );
}
