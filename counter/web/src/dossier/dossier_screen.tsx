// One dossier, with all that may be done to it now.

import { wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import type { ActName, Dossier, PaperKind } from "../api";
import { useShortcuts } from "../keys";
import { print } from "../local/print";
import { go } from "../navigation";
import { ActDialog } from "./act_dialog";
import { type ActSpec, actSpecs } from "./act_specs";
import { Attachments } from "./attachments";
import { Course, DueFacts, Facts, PapersOf } from "./facts";
import { HistoryList } from "./history_list";
import { close, open, opened, openProblem } from "./open";

const t = wordsOf("counterDossierScreen");

const chosen = signal<ActName | null>(null);

/** What the core allows and has an occasion for, in the page's order. */
function offered(dossier: Dossier): ActSpec[] {
  const allowed = new Set(dossier.acts.filter((each) => each.occasion).map((each) => each.act));
  return actSpecs.filter((spec) => allowed.has(spec.act));
}

function Acts({ dossier }: { dossier: Dossier }) {
  const texts = t();
  const specs = offered(dossier);
  useShortcuts(
    specs.map((spec) => ({
      keys: spec.key,
      label: vocabulary.act.word(spec.act),
      group: texts.group,
      run: () => (chosen.value = spec.act),
    })),
  );
  return (
    <section class="card" aria-labelledby="acts-title">
      <h2 id="acts-title">{texts.acts}</h2>
      {specs.length === 0 && <p class="hint">{texts.noActs}</p>}
      <div class="acts">
        {specs.map((spec) => (
          <Button
            key={spec.act}
            look={spec.look}
            shortcut={spec.key}
            onClick={() => (chosen.value = spec.act)}
          >
            {vocabulary.act.word(spec.act)}
          </Button>
        ))}
      </div>
    </section>
  );
}

function Print({ code, papers }: { code: string; papers: PaperKind[] }) {
  const texts = t();
  const first = papers[0];
  const again = (kind: PaperKind) => void print({ dossier: code, kind, reprint: true });
  useShortcuts(
    first
      ? [
          {
            keys: "I",
            label: `${texts.papers}: ${vocabulary.paper.word(first)}`,
            group: texts.group,
            run: () => again(first),
          },
        ]
      : [],
  );
  if (papers.length === 0) return null;
  return (
    <section class="card" aria-labelledby="print-title">
      <h2 id="print-title">{texts.papers}</h2>
      <div class="acts">
        {papers.map((kind, index) => (
          <Button
            key={kind}
            {...(index === 0 ? { shortcut: "I" } : {})}
            onClick={() => again(kind)}
          >
            {vocabulary.paper.word(kind)}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** The colour of a state; what has ended without a result has none of its own. */
const looks: Partial<Record<Dossier["state"], string>> = {
  submitted: "warn",
  suspended: "warn",
  resolved: "good",
  returned: "good",
};

function Shown({ code }: { code: string }) {
  const texts = t();
  const heading = useRef<HTMLHeadingElement>(null);
  const here = opened.value;
  const isHere = here?.dossier.code === code;
  useEffect(() => {
    if (isHere) heading.current?.focus();
  }, [isHere]);
  if (!here || !isHere) {
    return (
      <div class="dossier">
        <h1>{code}</h1>
        {openProblem.value ? (
          <div class="notice bad" role="alert">
            {openProblem.value.message || texts.notFound}
          </div>
        ) : (
          <p role="status">{texts.loading(code)}</p>
        )}
      </div>
    );
  }
  const { dossier, history, deadline } = here;
  const spec = actSpecs.find((each) => each.act === chosen.value);
  return (
    <div class="dossier">
      <div class="screen-head">
        <h1 ref={heading} tabIndex={-1}>
          <span class="number">{dossier.code}</span>{" "}
          <span class={`badge ${looks[dossier.state] ?? "info"}`}>
            {vocabulary.dossierState.word(dossier.state)}
          </span>
        </h1>
        <Button look="quiet" shortcut="Escape" onClick={() => go({ screen: "work" })}>
          {texts.back}
        </Button>
      </div>
      <p class="dossier-procedure">
        <strong>{dossier.procedure.name}</strong>{" "}
        <span class="hint">
          {dossier.procedure.code} · {dossier.procedure.field}
        </span>
      </p>
      <div class="dossier-columns">
        <div class="dossier-main">
          <section class="card" aria-label={dossier.applicant.name}>
            <Facts dossier={dossier} />
          </section>
          <Attachments dossier={dossier} />
          <PapersOf dossier={dossier} />
          <Course dossier={dossier} />
          <section class="card" aria-labelledby="history-title">
            <h2 id="history-title">{texts.history}</h2>
            <HistoryList items={history} />
          </section>
        </div>
        <div class="dossier-side">
          <DueFacts dossier={dossier} deadline={deadline} />
          <Acts dossier={dossier} />
          <Print code={dossier.code} papers={here.papers} />
        </div>
      </div>
      {spec && (
        <ActDialog
          key={spec.act}
          dossier={dossier}
          history={history}
          spec={spec}
          onClose={() => (chosen.value = null)}
        />
      )}
    </div>
  );
}

export function DossierScreen({ code }: { code: string }) {
  const texts = t();
  useEffect(() => {
    chosen.value = null;
    void open(code);
    return close;
  }, [code]);
  useShortcuts([
    { keys: "Escape", label: texts.back, group: texts.group, run: () => go({ screen: "work" }) },
  ]);
  return <Shown code={code} />;
}
