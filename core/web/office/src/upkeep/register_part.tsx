// The administrator sends a register: it is judged beside the room's work, shown, and then taken in.

import { useEffect, useState } from "preact/hooks";

import { Problem } from "@motcua/api/client";
import { formatBytes, formatCount, formatMoment } from "@motcua/format";
import { language, wordsOf } from "@motcua/language";
import { Button, Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import {
  cancelRegister,
  getRegister,
  importRegister,
  previewRegister,
  refusedRowsFile,
  type RegisterImport,
  type Table,
} from "../api";
import { act, attempt } from "../shared/act";
import { Await } from "../shared/await";
import { resource } from "../shared/resource";
import { BadRows, DropPlace, passedOver } from "../shared/table_import";

const t = wordsOf("officeRegister");

const register = resource<RegisterImport>();
const pollEvery = 500;
const longestFile = 16 << 20; // the core takes no longer register

const load = () => register.load(getRegister);

/** What becomes of fields that look damaged; refused by default. */
type Handling = Pick<Table, "repair" | "as_written">;

type Again = ((how: Handling) => Promise<unknown>) | null;

const isUnderWay = (each: RegisterImport | null | undefined): boolean =>
  each?.state === "judging" || each?.state === "importing";

export function RegisterPart() {
  const texts = t();
  const [table, setTable] = useState<Table | null>(null);
  const [repair, setRepair] = useState(false);
  const underWay = isUnderWay(register.value.value);
  useEffect(() => void load(), [language.value]);
  useEffect(() => {
    if (!underWay) return undefined;
    const timer = setInterval(() => void load(), pollEvery);
    return () => clearInterval(timer);
  }, [underWay]);
  const send = async (sent: Table, how: Handling) => {
    setTable(sent);
    setRepair(how.repair ?? false);
    const wrong = await attempt(() => previewRegister({ ...sent, ...how }));
    void load();
    return wrong;
  };
  return (
    <section class="card stack" aria-labelledby="register-title">
      <h2 id="register-title">{texts.title}</h2>
      <p>{texts.what}</p>
      <DropPlace
        name={texts.file}
        longest={longestFile}
        tooLong={texts.tooLong}
        onTable={(sent) => send(sent, { repair })}
      >
        <label class="check">
          <input
            type="checkbox"
            checked={repair}
            onChange={(event) => setRepair(event.currentTarget.checked)}
          />
          {texts.repair}
        </label>
      </DropPlace>
      <Await of={register} again={() => void load()}>
        {(each) => (
          <Fares
            register={each}
            onAgain={table && ((how) => act(async () => ensureSent(await send(table, how))))}
          />
        )}
      </Await>
    </section>
  );
}

/** What went wrong with it is said at the edge. */
function ensureSent(wrong: string | undefined): void {
  if (wrong) throw new Problem(0, { detail: wrong });
}

function Fares({ register: each, onAgain }: { register: RegisterImport; onAgain: Again }) {
  const texts = t();
  switch (each.state) {
    case "none":
      return null;
    case "judging":
    case "importing":
      return <UnderWay register={each} />;
    case "judged":
      return <Judged register={each} onAgain={onAgain} />;
    case "imported":
      return (
        <p class="notice good" role="status">
          ✓{" "}
          {texts.imported(
            each.file,
            formatMoment(each.ended_at),
            formatCount(each.added),
            formatCount(each.same),
          )}
        </p>
      );
    case "cancelled":
      return (
        <p class="notice" role="status">
          {texts.cancelled(each.file)}
        </p>
      );
    case "failed":
      return (
        <>
          <p class="notice bad" role="alert">
            {each.file}: {each.problem}
          </p>
          {each.error_count > 0 && <BadRows outcome={each} />}
        </>
      );
  }
}

/** Asks for the act and shows how it goes then. */
async function andLoad(work: () => Promise<unknown>): Promise<void> {
  await act(work);
  void load();
}

function UnderWay({ register: each }: { register: RegisterImport }) {
  const texts = t();
  const writing = each.state === "importing";
  const label = writing ? texts.importing(each.file) : texts.judging(each.file);
  return (
    <div class="notice" role="status">
      <label>
        {label} <progress max={Math.max(each.bytes, 1)} value={each.bytes_done} />
      </label>
      <p class="number">
        {texts.soFar(
          formatCount(each.rows_done),
          formatBytes(each.bytes_done),
          formatBytes(each.bytes),
        )}
      </p>
      {!writing && (
        <Button onClick={() => void andLoad(() => cancelRegister(each.id))}>{texts.cancel}</Button>
      )}
    </div>
  );
}

function Judged({ register: each, onAgain }: { register: RegisterImport; onAgain: Again }) {
  const texts = t();
  const [reason, setReason] = useState("");
  const good = each.rows - each.refused;
  return (
    <div class="stack preview">
      <p class="number" role="status">
        {texts.judged(
          each.file,
          formatCount(each.rows),
          formatCount(good),
          formatCount(each.refused),
        )}
      </p>
      <Further register={each} />
      {each.error_count > 0 && <BadRows outcome={each} />}
      {each.ok && each.added > 0 && (
        <Field label={texts.reason}>
          {(ties) => (
            <input
              {...ties}
              class="input"
              maxLength={200}
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <div class="actions">
        <Button onClick={() => void andLoad(() => cancelRegister(each.id))}>{texts.cancel}</Button>
        {each.refused > 0 && (
          <a class="button" href={refusedRowsFile} download>
            {texts.refusedFile}
          </a>
        )}
        {each.can_be_repaired && onAgain && (
          <Button onClick={() => void onAgain({ repair: true })}>{texts.judgeRepaired}</Button>
        )}
        {each.can_be_kept && onAgain && (
          <Button onClick={() => void onAgain({ as_written: true })}>{texts.judgeAsWritten}</Button>
        )}
        {each.ok && each.added > 0 && (
          <Button
            look="primary"
            onClick={() => void andLoad(() => importRegister(each.id, reason.trim()))}
          >
            {texts.import(formatCount(each.added))}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What else there is to say of the rows. */
function Further({ register: each }: { register: RegisterImport }) {
  const texts = t();
  const counted = (fields: Record<string, number>) =>
    Object.entries(fields) as [Parameters<typeof damageWord>[0], number][];
  const lines = [
    each.same > 0 && texts.same(formatCount(each.same)),
    ...passedOver(each),
    each.passed_columns.length > 0 && texts.passedColumns(each.passed_columns.join(", ")),
    each.first_future &&
      texts.futureRows(
        formatCount(each.future_rows),
        formatCount(each.first_future.line),
        formatMoment(each.first_future.at),
      ),
    each.can_be_repaired && texts.canBeRepaired,
    each.can_be_kept && texts.canBeKept,
    ...counted(each.repaired).map(([kind, count]) =>
      texts.repaired(formatCount(count), damageWord(kind)),
    ),
    ...counted(each.kept).map(([kind, count]) => texts.kept(formatCount(count), damageWord(kind))),
    each.ok && each.added === 0 && texts.nothing,
  ].filter((line): line is string => Boolean(line));
  if (lines.length === 0) return null;
  return (
    <ul class="plain">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const damageWord = (kind: Parameters<typeof vocabulary.fieldDamage.word>[0]): string =>
  vocabulary.fieldDamage.word(kind);
