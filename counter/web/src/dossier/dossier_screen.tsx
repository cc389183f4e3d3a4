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
import { waitingAgencies } from "./act_fields";
import { type ActSpec, actSpecs } from "./act_specs";
import { Attachments } from "./attachments";
import { Course, DueFacts, Facts, PapersOf } from "./facts";
import { HistoryList } from "./history_list";
import { close, open, opened, openProblem } from "./open";

const t = wordsOf("counterDossierScreen");

const chosen = signal<ActName | null>(null);

/** What the core allows, less what has nobody to hear from. */
function offered(dossier: Dossier): ActSpec[] {
  const waiting = waitingAgencies(dossier).length > 0;
  const unpaid = dossier.fee_vnd > dossier.paid_vnd;
  return actSpecs.filter((spec) => {
    if (!dossier.acts.some((each) => each.act === spec.act)) return false;
    if (spec.act === "acknowledge") return dossier.hand_overs.some((each) => !each.acknowledged_at);
    if (spec.act === "answer") return waiting;
    return spec.act !== "pay" || unpaid;
  });
}

/** The papers that the dossier's course has made, and those that can always be printed. */
function papersOf(dossier: Dossier, history: { act: string }[]): [PaperKind, string][] {
  const texts = t();
  const had = (act: string) => history.some((each) => each.act === act);
  const list: [PaperKind, string, boolean][] = [
    ["receipt", texts.receipt, dossier.received_at !== null],
    ["control-slip", texts.slip, dossier.received_at !== null],
    ["supplement-request", texts.supplement, had("request-supplement")],
    ["apology", texts.apology, had("reappoint")],
    ["result-notice", texts.result, dossier.decision !== null],
    ["refusal", texts.refusal, dossier.state === "refused"],
    ["stop-notice", texts.stop, dossier.state === "stopped"],
  ];
  return list.filter(([, , there]) => there).map(([kind, name]) => [kind, name]);
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

function Print({ dossier, history }: { dossier: Dossier; history: { act: string }[] }) {
  const texts = t();
  const papers = papersOf(dossier, history);
  const first = papers[0];
  useShortcuts(
    first
      ? [
          {
            keys: "I",
            label: `${texts.papers}: ${first[1]}`,
            group: texts.group,
            run: () => void print({ dossier: dossier.code, kind: first[0], reprint: true }),
          },
        ]
      : [],
  );
  if (papers.length === 0) return null;
  return (
    <section class="card" aria-labelledby="print-title">
      <h2 id="print-title">{texts.papers}</h2>
      <div class="acts">
        {papers.map(([kind, name], index) => (
          <Button
            key={kind}
            {...(index === 0 ? { shortcut: "I" } : {})}
            onClick={() => void print({ dossier: dossier.code, kind, reprint: true })}
          >
            {name}
          </Button>
        ))}
      </div>
    </section>
  );
}

function badge(dossier: Dossier): string {
  if (dossier.state === "resolved" || dossier.state === "returned") return "good";
  return dossier.state === "suspended" || dossier.state === "submitted" ? "warn" : "info";
}

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
          <span class={`badge ${badge(dossier)}`}>
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
          <Print dossier={dossier} history={history} />
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
