import { useEffect, useState } from "preact/hooks";

import { today } from "@motcua/clock";
import { wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";

import { DateField } from "../shared/date_field";
import type { IsoDate } from "./dates";
import { comparison, period, show } from "./period_state";
import { comparisons, presetsOf, shifted, type Preset } from "./periods";

const t = wordsOf("officePeriod");

const roman = ["", "I", "II", "III", "IV"];

function presetLabel(preset: Preset): string {
  const texts = t();
  const year = `${preset.year}`;
  switch (preset.name) {
    case "month":
    case "last_month":
      return texts[preset.name](`${`${preset.part}`.padStart(2, "0")}/${year}`);
    case "quarter":
    case "last_quarter":
      return texts.quarter(roman[preset.part] ?? "", year);
    case "half":
    case "year_to_date":
    case "last_year":
      return texts[preset.name](year);
    default:
      return texts[preset.name];
  }
}

function Presets() {
  const texts = t();
  if (!today.value) return null;
  const now = period.value;
  return (
    <div class="choices" role="group" aria-label={texts.choose}>
      {presetsOf(today.value).map((each) => (
        <button
          key={each.name}
          type="button"
          aria-pressed={now?.from === each.from && now?.to === each.to}
          onClick={() => show({ period: { from: each.from, to: each.to } })}
        >
          {presetLabel(each)}
        </button>
      ))}
    </div>
  );
}

function TypedPeriod() {
  const texts = t();
  const now = period.value;
  const [from, setFrom] = useState<IsoDate | undefined>(now?.from);
  const [to, setTo] = useState<IsoDate | undefined>(now?.to);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    setFrom(now?.from);
    setTo(now?.to);
    setTried(false);
  }, [now?.from, now?.to]);
  const wrongOrder = from && to && to < from ? texts.wrongOrder : undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (from && to && from <= to) show({ period: { from, to } });
  };
  const step = (steps: number) => now && show({ period: shifted(now, steps) });
  return (
    <form class="row typed-period" onSubmit={submit}>
      <Button aria-label={texts.previous} title={texts.previous} onClick={() => step(-1)}>
        ‹
      </Button>
      <DateField
        label={texts.from}
        value={from}
        error={tried && !from ? texts.missing : undefined}
        onDate={setFrom}
      />
      <DateField
        label={texts.to}
        value={to}
        error={wrongOrder ?? (tried && !to ? texts.missing : undefined)}
        onDate={setTo}
      />
      <Button aria-label={texts.next} title={texts.next} onClick={() => step(1)}>
        ›
      </Button>
      <Button look="primary" type="submit">
        {texts.show}
      </Button>
    </form>
  );
}

export function PeriodChooser() {
  const texts = t();
  const labels = { before: texts.before, last_year: texts.sameLastYear, none: texts.none };
  const now = period.value;
  return (
    <section class="card stack chooser" aria-label={texts.choose}>
      <Presets />
      <div class="row spread">
        <TypedPeriod />
        <div class="field">
          <label for="compare">{texts.compare}</label>
          <select
            id="compare"
            class="input"
            value={comparison.value}
            onChange={(event) =>
              show({ compare: event.currentTarget.value as keyof typeof labels })
            }
          >
            {comparisons.map((each) => (
              <option key={each} value={each}>
                {labels[each]}
              </option>
            ))}
          </select>
        </div>
      </div>
      {now && today.value && now.to > today.value && <p class="notice warn">{texts.future}</p>}
    </section>
  );
}
