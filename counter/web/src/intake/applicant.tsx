import { formatDate } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import { birthText, isYearAlone } from "../birth";
import { type Draft, isDamaged, type Sex, withLettersMeant } from "./draft";
import { change } from "./drafts";
import { nameProblem } from "./name";

const t = wordsOf("counterApplicant");

type Name = "name" | "id_number" | "phone" | "address" | "email" | "birth_date";

const inputs: Record<
  Name,
  { type: string; mode: "text" | "numeric" | "tel" | "email"; most: number }
> = {
  name: { type: "text", mode: "text", most: 200 },
  id_number: { type: "text", mode: "numeric", most: 20 },
  phone: { type: "tel", mode: "tel", most: 20 },
  address: { type: "text", mode: "text", most: 400 },
  email: { type: "email", mode: "email", most: 200 },
  birth_date: { type: "text", mode: "text", most: 20 },
};

function Input({ draft, name }: { draft: Draft; name: Name }) {
  const { type, mode, most } = inputs[name];
  const set = (value: string) =>
    change(draft.id, (each) => {
      const { [`applicant.${name}`]: _, ...errors } = each.errors;
      const isOther = name === "name" || name === "address";
      return { ...each, [name]: value, errors, ...(isOther && { asWritten: false }) };
    });
  /** Enter, and leaving the field: what is no name is told before anything else is typed. */
  const judge = (value: string) => {
    const problem = name === "name" ? nameProblem(value) : undefined;
    if (!problem) return;
    change(draft.id, (each) => ({
      ...each,
      errors: { ...each.errors, "applicant.name": problem },
    }));
  };
  return (
    <Field
      label={t()[name]}
      hint={name === "birth_date" && isYearAlone(draft.birth_date) ? t().yearAlone : undefined}
      error={draft.errors[`applicant.${name}`]}
    >
      {(ties) => (
        <input
          {...ties}
          {...(name === "name" ? { id: "intake-name", "aria-label": t().name } : {})}
          class="input"
          type={type}
          inputMode={mode}
          maxLength={most}
          autocomplete="off"
          spellcheck={false}
          value={draft[name]}
          onInput={(event) => set(event.currentTarget.value)}
          onBlur={(event) => judge(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && judge(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function SexChoice({ draft }: { draft: Draft }) {
  const set = (sex: Sex | "") =>
    change(draft.id, (each) => {
      const { "applicant.sex": _, ...errors } = each.errors;
      return { ...each, sex, errors };
    });
  return (
    <Field label={vocabulary.cardField.word("sex")} error={draft.errors["applicant.sex"]}>
      {(ties) => (
        <select
          {...ties}
          class="input"
          value={draft.sex}
          onChange={(event) => set(event.currentTarget.value as Sex | "")}
        >
          <option value="">{t().unsaid}</option>
          {vocabulary.sex.names.map((each) => (
            <option key={each} value={each}>
              {vocabulary.sex.word(each)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A foreigner may have another number: the officer decides. */
function NumberDoubt({ draft }: { draft: Draft }) {
  const number = draft.id_number.replace(/[\s.-]/g, "");
  if (!number || /^(\d{9}|\d{12})$/.test(number)) return null;
  return <p class="hint number-doubt">{t().oddNumber}</p>;
}

/** A name of another people or country may look as an old font leaves ours. */
function LettersMeant({ draft }: { draft: Draft }) {
  if (!draft.mayBeMeant) return null;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={draft.asWritten}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          change(draft.id, (each) => withLettersMeant(each, checked));
        }}
      />
      {t().asWritten}
    </label>
  );
}

function CardSays({ draft }: { draft: Draft }) {
  const texts = t();
  const { card } = draft;
  if (!card) return <p class="hint">{texts.scanHint}</p>;
  const changed = [
    !isDamaged(card, "full_name") && draft.name !== card.name && `${texts.name} (${card.name})`,
    draft.id_number !== card.id_number && `${texts.id_number} (${card.id_number})`,
    birthText(card) &&
      draft.birth_date.trim() !== birthText(card) &&
      `${texts.birth_date} (${birthText(card)})`,
    card.sex &&
      draft.sex !== card.sex &&
      `${vocabulary.cardField.word("sex")} (${vocabulary.sex.word(card.sex)})`,
  ].filter((each): each is string => Boolean(each));
  return (
    <>
      <p class="hint">
        {texts.card(
          card.sex ? vocabulary.sex.word(card.sex) : "–",
          birthText(card) || "–",
          card.issued_on ? formatDate(card.issued_on) : "–",
        )}
      </p>
      {card.doubts.length > 0 && (
        <div class="notice bad" role="alert">
          {texts.doubt} {card.doubts.join(" ")}
        </div>
      )}
      {changed.length > 0 && (
        <div class="notice warn">
          {texts.changed} {changed.join("; ")}
        </div>
      )}
    </>
  );
}

export function Applicant({ draft }: { draft: Draft }) {
  const texts = t();
  return (
    <section class="card applicant" aria-labelledby="applicant-title">
      <div class="card-head">
        <h2 id="applicant-title">{texts.title}</h2>
        {draft.ticket && (
          <span class="badge info">
            {texts.ticket(draft.ticket)}{" "}
            <button
              type="button"
              class="badge-close"
              aria-label={texts.untie}
              title={texts.untie}
              onClick={() => change(draft.id, (each) => ({ ...each, ticket: null }))}
            >
              ×
            </button>
          </span>
        )}
      </div>
      <div class="applicant-fields">
        <Input draft={draft} name="name" />
        <Input draft={draft} name="id_number" />
        <Input draft={draft} name="birth_date" />
        <SexChoice draft={draft} />
        <Input draft={draft} name="address" />
        <Input draft={draft} name="phone" />
        <Input draft={draft} name="email" />
      </div>
      <LettersMeant draft={draft} />
      <NumberDoubt draft={draft} />
      <CardSays draft={draft} />
    </section>
  );
}
