import { formatMoney } from "@motcua/format";
import { defineTexts } from "@motcua/language";
import { Field } from "@motcua/ui";

import type { Channel } from "../api";
import { type Draft, feeOf } from "./draft";
import { change } from "./drafts";
import { procedureOf } from "./procedures";

const t = defineTexts(
  {
    fee: "Phí, lệ phí (đồng)",
    asRule: (fee: string) => `Theo thủ tục: ${fee}`,
    channel: "Cách nộp",
    in_person: "Trực tiếp",
    online: "Trực tuyến",
    postal: "Bưu chính",
  },
  {
    fee: "Fee (VND)",
    asRule: (fee: string) => `By the procedure: ${fee}`,
    channel: "Came",
    in_person: "In person",
    online: "Online",
    postal: "By post",
  },
);

const channels: Channel[] = ["in_person", "online", "postal"];

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
            {channels.map((each) => (
              <option key={each} value={each}>
                {texts[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </section>
  );
}
