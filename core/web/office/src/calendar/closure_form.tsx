import { useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";
import { Field } from "@motcua/ui";

import type { Table } from "../api";
import type { IsoDate } from "../period/dates";
import { csvCell } from "../shared/csv_file";
import { DateField } from "../shared/date_field";
import { FormDialog } from "../shared/form_dialog";

const t = wordsOf("officeCalendar");

/** A day the office is closed that no decree names: flood, power. Becomes a calendar of one row. */
export function ClosureForm({
  onTable,
  onClose,
}: {
  onTable: (table: Table) => Promise<string | undefined>;
  onClose: () => void;
}) {
  const texts = t();
  const [date, setDate] = useState<IsoDate | undefined>(undefined);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const check = async () => {
    setTried(true);
    if (!date) return undefined; // said at its field
    const row = [date, "holiday", reason.trim()].map(csvCell).join(",");
    return onTable({
      bytes: new TextEncoder().encode(`date,kind,name\n${row}\n`),
      file: `${date}.csv`,
      reason: reason.trim(),
    });
  };
  return (
    <FormDialog title={texts.addDay} submit={texts.check} onSend={check} onClose={onClose}>
      <DateField
        label={texts.date}
        value={date}
        error={tried && !date ? texts.wrongDate : undefined}
        onDate={setDate}
      />
      <Field label={texts.reason} hint={texts.reasonHint}>
        {(ties) => (
          <input
            {...ties}
            class="input"
            required
            maxLength={100}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
