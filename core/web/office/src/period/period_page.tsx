import { useEffect } from "preact/hooks";

import { formatMoment } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";
import { CopyButton } from "@motcua/ui/copy_button";

import { reportFile } from "../api";
import { Await } from "../shared/await";
import { officeName } from "../shell/office";
import { CchcPart } from "./cchc_part";
import { FiguresPart } from "./figures_part";
import { Form06aPart } from "./form_06a_part";
import { PeriodChooser } from "./period_chooser";
import {
  cchc,
  followPeriod,
  grouping,
  period,
  reloadPeriod,
  show,
  view,
  views,
  whole,
} from "./period_state";
import { formatPeriod } from "./wording";
import "./period.css";

const t = wordsOf("officePeriod");

export function PeriodPage() {
  const texts = t();
  useEffect(followPeriod, []);
  const now = period.value;
  const { at } = whole.value;
  const names = { figures: texts.viewFigures, "06a": texts.view06a, cchc: texts.viewCchc };
  return (
    <>
      <p class="print-only">{officeName.value}</p>
      <div class="page-head">
        <h1>
          {texts.title}
          {now && <span class="number">: {formatPeriod(now)}</span>}
        </h1>
        <span class="row">
          {at && <span class="remark number">{texts.asOf(formatMoment(at.toISOString()))}</span>}
          <Button look="quiet" onClick={reloadPeriod}>
            {texts.reload}
          </Button>
        </span>
      </div>
      <div class="stack">
        <PeriodChooser />
        <div class="row spread no-print">
          <div class="choices" role="group" aria-label={texts.view}>
            {views.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={view.value === each}
                onClick={() => show({ view: each })}
              >
                {names[each]}
              </button>
            ))}
          </div>
          <Exports />
        </div>
        {view.value === "figures" && (
          <>
            <Sentence />
            <FiguresPart />
          </>
        )}
        {view.value === "06a" && <Form06aPart />}
        {view.value === "cchc" && <CchcPart />}
      </div>
    </>
  );
}

/** Of the office's report, word for word: Vietnamese in both languages. */
function Sentence() {
  const texts = t();
  return (
    <section class="card sentence" aria-labelledby="sentence-title">
      <h2 id="sentence-title">{texts.sentence}</h2>
      <Await of={cchc} again={reloadPeriod} height="4.5rem">
        {(form) => (
          <div class="row spread">
            <p lang="vi">{form.sentence}</p>
            <CopyButton look="primary" label={texts.sentenceCopy} text={() => form.sentence} />
          </div>
        )}
      </Await>
    </section>
  );
}

const kinds = ["xlsx", "csv", "pdf"] as const;

function Exports() {
  const texts = t();
  const now = period.value;
  if (!now) return null;
  const form = view.value === "figures" ? "period" : view.value;
  return (
    <div class="row" role="group" aria-label={texts.export}>
      <strong>{texts.export}</strong>
      {kinds.map((kind) => (
        <a
          key={kind}
          class="button"
          download
          aria-label={texts.exportOf(kind)}
          href={reportFile(form, kind, now, form === "period" ? grouping.value : undefined)}
        >
          {kind.toUpperCase()}
        </a>
      ))}
      <Button onClick={() => window.print()}>{texts.print}</Button>
    </div>
  );
}
