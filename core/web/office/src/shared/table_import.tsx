import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";

import { Problem } from "@motcua/api/client";
import { formatCount } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Button, Dialog, toast } from "@motcua/ui";

import type { Table, TableOutcome } from "../api";
import { attempt } from "./act";
import { errorsByLine, fileProblem } from "./csv_file";
import { DataTable } from "./data_table";
import { problemText } from "./problem_text";

const t = wordsOf("officeTableImport");

/** Where a file is dropped or chosen; gives its bytes once they are worth sending. `onTable` tells
 *  what went wrong with it. */
export function DropPlace({
  name,
  longest,
  tooLong,
  children,
  onTable,
}: {
  name: string;
  /** More bytes than these are not taken, which `tooLong` says; else a table's usual limit. */
  longest?: number;
  tooLong?: string;
  /** What else is to be chosen for the file. */
  children?: ComponentChildren;
  onTable: (table: Table) => Promise<string | undefined>;
}) {
  const texts = t();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const problem = fileProblem(bytes, longest);
    const refusal =
      problem === "too_long" ? (tooLong ?? texts.too_long) : problem && texts[problem];
    const wrong = refusal ? refusal : await onTable({ bytes, file: file.name });
    if (wrong) toast("bad", wrong);
  };
  return (
    <div
      class={`drop ${over ? "over" : ""}`}
      role="group"
      aria-label={name}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <span>
        <strong>{name}</strong> – {texts.drop}
      </span>
      <Button onClick={() => input.current?.click()}>{texts.choose}</Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.xlsx,text/csv"
        class="hidden-visually"
        tabIndex={-1}
        aria-label={name}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      <span class="remark">{texts.format}</span>
      {children}
    </div>
  );
}

/** A file, and what the core says that it would do. */
export interface Checked<Outcome> {
  table: Table;
  outcome: Outcome;
}

/** The file that was checked last, until it is taken in or left; `check` tells what went wrong. */
export function useChecked<Outcome>(preview: (table: Table) => Promise<Outcome>) {
  const [checked, setChecked] = useState<Checked<Outcome> | null>(null);
  const check = (table: Table) =>
    attempt(async () => setChecked({ table, outcome: await preview(table) }));
  return { checked, check, forget: () => setChecked(null) };
}

/** What was passed over in a file without harm, a line each. */
export function passedOver(
  outcome: Pick<TableOutcome, "blank_rows" | "blank_columns" | "passed_sheets">,
): string[] {
  const texts = t();
  return [
    outcome.blank_rows > 0 && texts.blankRows(formatCount(outcome.blank_rows)),
    outcome.blank_columns > 0 && texts.blankColumns(formatCount(outcome.blank_columns)),
    outcome.passed_sheets.length > 0 && texts.passedSheets(outcome.passed_sheets.join(", ")),
  ].filter((line): line is string => Boolean(line));
}

interface Props<Outcome extends TableOutcome> {
  title: string;
  checked: Checked<Outcome>;
  send: (table: Table) => Promise<unknown>;
  /** Nothing would change: there is nothing to confirm. */
  changesNothing: boolean;
  /** What it would change. */
  children: (outcome: Outcome) => ComponentChildren;
  onDone: () => void;
  onClose: () => void;
}

/** What a file would do, before it does it. */
export function ImportDialog<Outcome extends TableOutcome>(props: Props<Outcome>) {
  const { title, send, changesNothing, children, onDone, onClose } = props;
  const { outcome, table } = props.checked;
  const texts = t();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const confirm = async () => {
    setBusy(true);
    try {
      await send(table);
      toast("good", texts.done);
      onDone();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  const mayConfirm = outcome.ok && !changesNothing;
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="stack preview">
        {outcome.ok ? (
          <>
            <p class="number">{texts.rows(formatCount(outcome.rows), formatCount(outcome.same))}</p>
            {passedOver(outcome).map((line) => (
              <p key={line} class="remark">
                {line}
              </p>
            ))}
            {changesNothing ? <p class="notice">{texts.nothing}</p> : children(outcome)}
          </>
        ) : (
          <BadRows outcome={outcome} />
        )}
        {problem && (
          <p class="notice bad" role="alert">
            {problemText(problem)}
          </p>
        )}
        <div class="actions">
          <Button autofocus onClick={onClose}>
            {mayConfirm ? texts.cancel : texts.close}
          </Button>
          {mayConfirm && (
            <Button look="primary" disabled={busy} onClick={() => void confirm()}>
              {texts.confirm}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

export function BadRows({ outcome }: { outcome: Pick<TableOutcome, "errors" | "error_count"> }) {
  const texts = t();
  const lines = errorsByLine(outcome.errors);
  const more = outcome.error_count - outcome.errors.length;
  const title = texts.bad(formatCount(outcome.error_count));
  return (
    <>
      <p class="notice bad" role="alert">
        {title}
      </p>
      <DataTable
        caption={title}
        captionHidden
        columns={[
          { key: "line", title: texts.line, value: (each) => each.line },
          {
            key: "column",
            title: `${texts.column}: ${texts.reason}`,
            wide: true,
            value: (each) =>
              each.errors.map((error) => `${error.column}: ${error.reason}`).join("; "),
            cell: (each) => (
              <ul class="plain">
                {each.errors.map((error) => (
                  <li key={error.column + error.reason}>
                    <code>{error.column || texts.whole}</code> {error.reason}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
        rows={lines}
        rowKey={(each) => each.line}
      />
      {more > 0 && <p class="remark">{texts.more(formatCount(more))}</p>}
    </>
  );
}
