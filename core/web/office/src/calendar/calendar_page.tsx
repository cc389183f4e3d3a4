import { useEffect, useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";
import { person } from "@motcua/session";
import { Button } from "@motcua/ui";

import {
  getCalendar,
  importCalendar,
  previewCalendar,
  type Calendar,
  type CalendarChange,
  type Table,
} from "../api";
import { partsOf } from "../period/dates";
import { attempt } from "../shared/act";
import { Await } from "../shared/await";
import { resource } from "../shared/resource";
import { DropPlace, ImportDialog } from "../shared/table_import";
import { today } from "../shell/clock";
import { CalendarChanges } from "./calendar_changes";
import { ClosureForm } from "./closure_form";
import { YearPart } from "./year_part";
import "./calendar.css";

const t = wordsOf("officeCalendar");

const calendar = resource<Calendar>();

export function CalendarPage() {
  const texts = t();
  const thisYear = today.value ? partsOf(today.value).year : undefined;
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [closing, setClosing] = useState(false);
  const [preview, setPreview] = useState<Checked | null>(null);
  const [replace, setReplace] = useState(false);
  const year = chosen ?? thisYear;
  const load = () => {
    if (year) void calendar.load(() => getCalendar(year));
  };
  useEffect(load, [year]);
  const check = (table: Table) =>
    attempt(async () => {
      const outcome = await previewCalendar(table);
      setClosing(false);
      setPreview({ table, outcome });
    });
  const isAdmin = person.value?.role === "admin";
  return (
    <>
      <div class="page-head">
        <h1>{texts.title}</h1>
        {year && <YearChooser year={year} onYear={setChosen} />}
        {isAdmin && (
          <Button look="primary" onClick={() => setClosing(true)}>
            + {texts.addDay}
          </Button>
        )}
      </div>
      <div class="stack">
        {isAdmin && (
          <DropPlace name={texts.import} onTable={(table) => check({ ...table, replace })}>
            <label class="check">
              <input
                type="checkbox"
                checked={replace}
                onChange={(event) => setReplace(event.currentTarget.checked)}
              />
              {texts.replace}
            </label>
          </DropPlace>
        )}
        <Await of={calendar} again={load} height="60vh">
          {(each) => <YearPart calendar={each} />}
        </Await>
      </div>
      {closing && <ClosureForm onTable={check} onClose={() => setClosing(false)} />}
      {preview && (
        <Preview
          {...preview}
          onDone={() => {
            setPreview(null);
            load();
          }}
          onClose={() => setPreview(null)}
        />
      )}
    </>
  );
}

function YearChooser({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  const texts = t();
  return (
    <div class="row">
      <Button aria-label={texts.previous} onClick={() => onYear(year - 1)}>
        ‹
      </Button>
      <strong class="number" aria-live="polite">
        {texts.year(year)}
      </strong>
      <Button aria-label={texts.next} onClick={() => onYear(year + 1)}>
        ›
      </Button>
    </div>
  );
}

interface Checked {
  table: Table;
  outcome: CalendarChange;
}

function Preview({
  table,
  outcome,
  onDone,
  onClose,
}: Checked & { onDone: () => void; onClose: () => void }) {
  const texts = t();
  const changes = outcome.added.length + outcome.removed.length + outcome.changed.length;
  return (
    <ImportDialog
      title={table.reason ? texts.addDay : `${texts.preview}: ${table.file}`}
      send={importCalendar}
      table={table}
      outcome={outcome}
      changesNothing={changes === 0}
      onDone={onDone}
      onClose={onClose}
    >
      <CalendarChanges change={outcome} />
    </ImportDialog>
  );
}
