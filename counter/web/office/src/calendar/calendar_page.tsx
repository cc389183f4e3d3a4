import { useEffect, useState } from "preact/hooks";

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
import { t } from "./calendar_texts";
import { ClosureForm } from "./closure_form";
import { YearPart } from "./year_part";

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
        <ImportDialog
          title={preview.table.reason ? texts.addDay : `${texts.preview}: ${preview.table.file}`}
          send={importCalendar}
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
