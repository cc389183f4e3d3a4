import { useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";
import { Button, Dialog, Field } from "@motcua/ui";

import type { Table } from "../api";
import type { IsoDate } from "../period/dates";
import { csvCell } from "../shared/csv_file";
import { DateField } from "../shared/date_field";

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
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const check = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!date) return;
    setBusy(true);
    const row = [date, "holiday", reason.trim()].map(csvCell).join(",");
    const problem = await onTable({
      text: `date,kind,name\n${row}\n`,
      file: `${date}.csv`,
      reason: reason.trim(),
    });
    setWrong(problem);
    setBusy(false);
  };
  return (
    <Dialog title={texts.addDay} onClose={onClose}>
      <form class="stack" onSubmit={(event) => void check(event)}>
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
        {wrong && (
          <p class="notice bad" role="alert">
            {wrong}
          </p>
        )}
        <div class="actions">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {texts.check}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
