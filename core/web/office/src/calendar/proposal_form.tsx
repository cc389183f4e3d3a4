import { useEffect, useState } from "preact/hooks";

import { formatDate } from "@motcua/format";
import { language, wordsOf } from "@motcua/language";
import { Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import { proposeCalendar, type CalendarProposal, type DaysOffChoice, type Table } from "../api";
import { attempt } from "../shared/act";
import { DataTable } from "../shared/data_table";
import { FormDialog } from "../shared/form_dialog";
import { weekdayOf } from "../period/dates";
import { weekdayName } from "./year";

const t = wordsOf("officeCalendar");

/** The days off of a year by law, with what the Government may choose otherwise. Nothing is taken
 *  before its preview is confirmed, as with any other file. */
export function ProposalForm({
  year,
  onTable,
  onClose,
}: {
  year: number;
  onTable: (table: Table) => Promise<string | undefined>;
  onClose: () => void;
}) {
  const texts = t();
  const [choice, setChoice] = useState<DaysOffChoice>({});
  const [proposal, setProposal] = useState<CalendarProposal | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  useEffect(() => {
    let left = false;
    const load = async () => {
      const wrong = await attempt(async () => {
        const answer = await proposeCalendar(year, choice);
        if (!left) setProposal(answer);
      });
      if (!left) setProblem(wrong);
    };
    void load();
    return () => {
      left = true;
    };
  }, [year, choice, language.value]);
  const check = async () => {
    if (!proposal) return problem;
    const bytes = new TextEncoder().encode(proposal.csv);
    return onTable({ bytes, file: proposal.file });
  };
  return (
    <FormDialog title={texts.proposal(year)} submit={texts.check} onSend={check} onClose={onClose}>
      {problem && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      {proposal && (
        <>
          <p class="notice">{proposal.text}</p>
          <Choice
            label={texts.newYearEve}
            of={vocabulary.newYearEve}
            value={proposal.new_year_eve}
            onChoice={(new_year_eve) => setChoice((before) => ({ ...before, new_year_eve }))}
          />
          <Choice
            label={texts.nationalDay}
            of={vocabulary.nationalDaySide}
            value={proposal.national_day_side}
            onChoice={(side) => setChoice((before) => ({ ...before, national_day_side: side }))}
          />
          <DataTable
            caption={texts.special}
            captionHidden
            columns={[
              {
                key: "date",
                title: texts.date,
                cell: (day) => <span class="number">{formatDate(day.date)}</span>,
              },
              {
                key: "weekday",
                title: texts.weekday,
                cell: (day) => weekdayName(weekdayOf(day.date)),
              },
              { key: "name", title: texts.name, cell: (day) => <span lang="vi">{day.name}</span> },
            ]}
            rows={proposal.days}
            rowKey={(day) => day.date}
            copy={false}
          />
        </>
      )}
    </FormDialog>
  );
}

function Choice<Name extends string>({
  label,
  of,
  value,
  onChoice,
}: {
  label: string;
  of: vocabulary.Vocabulary<Name>;
  value: Name;
  onChoice: (name: Name) => void;
}) {
  return (
    <Field label={label}>
      {(ties) => (
        <select
          {...ties}
          class="input"
          value={value}
          onChange={(event) => onChoice(event.currentTarget.value as Name)}
        >
          {of.names.map((name) => (
            <option key={name} value={name}>
              {of.word(name)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
