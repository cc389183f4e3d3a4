import { formatMoney } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import type { Channel } from "../api";
import { type Draft, feeOf } from "./draft";
import { change } from "./drafts";
import { procedureOf } from "./procedures";

const t = wordsOf("counterFeeAndChannel");

export function FeeAndChannel({ draft }: { draft: Draft }) {
  const texts = t();
  const procedure = procedureOf(draft.procedure);
  const usual = feeOf({ ...draft, fee: null }, procedure);
  return (
    <section class="card fee" aria-label={`${texts.fee}, ${texts.channel}`}>
      <Field
        label={texts.fee}
        error={draft.errors.fee_vnd}
        hint={
          draft.fee !== null && draft.fee !== usual ? texts.asRule(formatMoney(usual)) : undefined
        }
      >
        {(ties) => (
          <input
            {...ties}
            class="input"
            type="number"
            min={0}
            step={1000}
            value={feeOf(draft, procedure)}
            onInput={(event) => {
              const text = event.currentTarget.value;
              const fee = text === "" ? null : Math.max(0, Math.trunc(Number(text)));
              change(draft.id, (each) => ({ ...each, fee }));
            }}
          />
        )}
      </Field>
      <Field label={texts.channel} error={draft.errors.channel}>
        {(ties) => (
          <select
            {...ties}
            class="input"
            value={draft.channel}
            onChange={(event) => {
              const channel = event.currentTarget.value as Channel;
              change(draft.id, (each) => ({ ...each, channel }));
            }}
          >
            {vocabulary.channel.names.map((each) => (
              <option key={each} value={each}>
                {vocabulary.channel.word(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </section>
  );
}
