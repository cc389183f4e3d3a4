import { useEffect, useState } from "preact/hooks";

import { mayHere } from "@motcua/access";
import { today } from "@motcua/clock";
import { wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";

import {
  getCalendar,
  importCalendar,
  previewCalendar,
  type Calendar,
  type CalendarChange,
} from "../api";
import { partsOf } from "../period/dates";
import { Await } from "../shared/await";
import { resource } from "../shared/resource";
import { DropPlace, ImportDialog, useChecked } from "../shared/table_import";
import { CalendarChanges } from "./calendar_changes";
import { ClosureForm } from "./closure_form";
import { ProposalForm } from "./proposal_form";
import { YearPart } from "./year_part";
import "./calendar.css";

const t = wordsOf("officeCalendar");

const calendar = resource<Calendar>();

export function CalendarPage() {
  const texts = t();
  const thisYear = today.value ? partsOf(today.value).year : undefined;
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [closing, setClosing] = useState(false);
  const [proposed, setProposed] = useState<number | undefined>(undefined);
  const { checked, check, forget } = useChecked(async (table) => {
    const change = await previewCalendar(table);
    setClosing(false);
    setProposed(undefined);
    return change;
  });
  const [replace, setReplace] = useState(false);
  const year = chosen ?? thisYear;
  const load = () => {
    if (year) void calendar.load(() => getCalendar(year));
  };
  useEffect(load, [year]);
  const mayChange = mayHere("importCalendar");
  return (
    <>
      <div class="page-head">
        <h1>{texts.title}</h1>
        {year && <YearChooser year={year} onYear={setChosen} />}
        {mayChange && (
          <Button look="primary" onClick={() => setClosing(true)}>
            + {texts.addDay}
          </Button>
        )}
      </div>
      <div class="stack">
        {mayChange && (
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
          {(each) => (
            <>
              <MissingYears calendar={each} onPropose={mayChange ? setProposed : undefined} />
              <YearPart calendar={each} />
            </>
          )}
        </Await>
      </div>
      {closing && <ClosureForm onTable={check} onClose={() => setClosing(false)} />}
      {proposed && (
        <ProposalForm year={proposed} onTable={check} onClose={() => setProposed(undefined)} />
      )}
      {checked && (
        <ImportDialog
          title={checked.table.reason ? texts.addDay : `${texts.preview}: ${checked.table.file}`}
          send={importCalendar}
          checked={checked}
          changesNothing={changesNoDay(checked.outcome)}
          onDone={() => {
            forget();
            load();
          }}
          onClose={forget}
        >
          {(change) => <CalendarChanges change={change} />}
        </ImportDialog>
      )}
    </>
  );
}

/** Asks for the years that the office is to load, and offers the days that the law has for them and
 *  for the year that is looked at. */
function MissingYears({
  calendar: { year, loaded, years_not_loaded: years, years_not_loaded_text: text },
  onPropose,
}: {
  calendar: Calendar;
  onPropose: ((year: number) => void) | undefined;
}) {
  const texts = t();
  const offered = loaded || years.includes(year) ? years : [...years, year];
  if (offered.length === 0) return null;
  return (
    <div class={`notice stack ${text ? "warn" : ""}`} role="status">
      <p>{text ?? texts.none}</p>
      {onPropose && (
        <div class="row">
          {offered.map((each) => (
            <Button key={each} onClick={() => onPropose(each)}>
              {texts.propose(each)}
            </Button>
          ))}
        </div>
      )}
    </div>
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

const changesNoDay = ({ added, removed, changed }: CalendarChange): boolean =>
  [added, removed, changed].every((each) => each.length === 0);
