// The small form of one act. It keeps what was typed when somebody else was quicker.

import { Problem } from "@motcua/api/client";
import { wordsOf } from "@motcua/language";
import { Button, Dialog, toast } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";
import { useEffect, useState } from "preact/hooks";

import type { Dossier, DossierAct, HistoryItem } from "../api";
import { useShortcuts } from "../keys";
import { formKey, keptForm } from "../local/kept_forms";
import { print } from "../local/print";
import { defaultsOf } from "./act_defaults";
import { ActFields } from "./act_fields";
import { type ActSpec, bodyOfAct, type FormValues } from "./act_specs";
import { bodyOfCorrection, type Correction, onNewest, valuesOfCorrection } from "./correction";
import { CorrectForm } from "./correct_form";
import { HistoryList } from "./history_list";
import { act, actsSince, reopen } from "./open";

const t = wordsOf("counterActDialog");

const readingTime = 1_000;

interface Kept extends Correction {
  values: FormValues;
}

interface Props {
  dossier: Dossier;
  history: HistoryItem[];
  spec: ActSpec;
  onClose: () => void;
}

function Conflict({
  dossier,
  history,
  based,
  allowed,
}: {
  dossier: Dossier;
  history: HistoryItem[];
  based: number;
  allowed: boolean;
}) {
  const texts = t();
  if (dossier.version === based) return null;
  return (
    <div class="notice warn" role="alert">
      <p>{texts.changed}</p>
      <HistoryList items={actsSince(history, based)} />
      {!allowed && <p>{texts.notAny(vocabulary.dossierState.word(dossier.state))}</p>}
    </div>
  );
}

function useKept(key: string, begin: Kept) {
  const [form] = useState(() => keptForm<Kept>(key));
  const [kept, setKept] = useState<Kept>(begin);
  useEffect(() => {
    let left = false;
    void form.kept().then((stored) => {
      if (stored && !left) setKept({ ...begin, ...stored });
    });
    return () => {
      left = true;
    };
  }, []);
  const set = (next: Kept) => {
    setKept(next);
    form.keep(next);
  };
  return { kept, set, forget: form.forget };
}

function bodyOf(
  spec: ActSpec,
  kept: Kept,
  dossier: Dossier,
  version: number,
): DossierAct | undefined {
  if (spec.act !== "correct") return bodyOfAct(spec, kept.values, version);
  const correction = bodyOfCorrection(kept.correction, dossier);
  return correction && { version, reason: kept.values.reason?.trim() ?? "", correction };
}

/** The version that has been on the screen long enough to be read: what others did in the very
 *  moment of the key press is answered with a conflict, and shown. */
function useSeenVersion(version: number): number {
  const [seen, setSeen] = useState(version);
  useEffect(() => {
    const timer = window.setTimeout(() => setSeen(version), readingTime);
    return () => clearTimeout(timer);
  }, [version]);
  return seen;
}

function useAct({ dossier, spec, onClose }: Props, reasonNeeded: boolean) {
  const texts = t();
  const key = formKey(dossier.code, spec.act);
  const now = valuesOfCorrection(dossier);
  const {
    kept: typed,
    set,
    forget,
  } = useKept(key, {
    values: defaultsOf(spec, dossier),
    correction: now,
    base: now,
  });
  const kept: Kept = { ...typed, ...onNewest(typed, now) };
  const [based] = useState(dossier.version);
  const seen = useSeenVersion(dossier.version);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [mayBeMeant, setMayBeMeant] = useState(false);
  const [message, setMessage] = useState("");
  const [busy, setBusy] = useState(false);
  const explain = (problem: Problem) => {
    setMayBeMeant((problem.body.errors ?? []).some((each) => each.may_be_meant));
    setErrors(
      Object.fromEntries((problem.body.errors ?? []).map((each) => [each.field, each.message])),
    );
    setMessage(problem.mayTryAgain ? texts.unreachable : problem.message);
    if (problem.status === 409) void reopen();
  };
  const submit = async () => {
    if (busy) return;
    const body = bodyOf(spec, kept, dossier, seen);
    if (!body) return setMessage(texts.nothingChanged);
    if (reasonNeeded && !body.reason) return setErrors({ reason: texts.reasonNeeded });
    setBusy(true);
    setMessage("");
    setErrors({});
    try {
      const { notices = [] } = await act(dossier.code, spec.act, body);
      forget();
      toast("good", texts.done(vocabulary.act.word(spec.act)));
      for (const notice of notices) toast("warn", notice.message);
      onClose();
      if (spec.prints) void print({ dossier: dossier.code, kind: spec.prints });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      explain(error);
      setBusy(false);
    }
  };
  return { kept, setKept: set, based, errors, mayBeMeant, message, busy, submit };
}

export function ActDialog(props: Props) {
  const { dossier, history, spec, onClose } = props;
  const texts = t();
  const allowedAct = dossier.acts.find((each) => each.act === spec.act);
  const reasonNeeded = allowedAct?.reason ?? false;
  const form = useAct(props, reasonNeeded);
  const changed = dossier.version !== form.based;
  useShortcuts([
    {
      keys: "Ctrl+Enter F9",
      label: texts.do,
      group: "dialog",
      run: () => void (allowedAct && form.submit()),
    },
  ]);
  return (
    <Dialog title={`${vocabulary.act.word(spec.act)} · ${dossier.code}`} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        <Conflict
          dossier={dossier}
          history={history}
          based={form.based}
          allowed={Boolean(allowedAct)}
        />
        {form.message && (
          <div class="notice bad" role="alert">
            {form.message}
          </div>
        )}
        {spec.act === "correct" && (
          <CorrectForm
            dossier={dossier}
            values={form.kept.correction}
            errors={form.errors}
            mayBeMeant={form.mayBeMeant}
            onChange={(correction) => form.setKept({ ...form.kept, correction })}
          />
        )}
        <ActFields
          spec={spec}
          dossier={dossier}
          values={form.kept.values}
          errors={form.errors}
          reasonNeeded={reasonNeeded}
          onChange={(values) => form.setKept({ ...form.kept, values })}
        />
        <div class="actions">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button
            look={spec.look === "danger" ? "danger" : "primary"}
            type="submit"
            shortcut="Ctrl+Enter"
            disabled={form.busy || !allowedAct}
          >
            {changed ? texts.doAnyway : vocabulary.act.word(spec.act)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
