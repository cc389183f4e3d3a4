// Correcting what intake wrote: what it says now stands beside what it is to say.

import { formatMoney } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Button, Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import type { Channel, Dossier, Paper } from "../api";
import { type CorrectValues, type Person, people, valuesOfCorrection } from "./correction";

const t = wordsOf("counterCorrectForm");

const counts = ["originals", "certified", "copies"] as const;

interface Props {
  dossier: Dossier;
  values: CorrectValues;
  errors: Record<string, string>;
  /** It was refused for letters that a name of another people or country may have. */
  mayBeMeant: boolean;
  onChange: (values: CorrectValues) => void;
}

function Papers({ dossier, values, onChange }: Props) {
  const texts = t();
  const set = (at: number, part: Partial<Paper>) =>
    onChange({
      ...values,
      documents: values.documents.map((each, index) =>
        index === at ? { ...each, ...part } : each,
      ),
    });
  const before = dossier.documents.map((each) => each.name).join("; ") || texts.empty;
  const differs = JSON.stringify(values.documents) !== JSON.stringify(dossier.documents);
  return (
    <fieldset class="correct-papers">
      <legend>{texts.papers}</legend>
      {values.documents.map((paper, index) => (
        <div key={index} class="correct-paper">
          <input
            class="input"
            aria-label={texts.paper}
            maxLength={300}
            value={paper.name}
            onInput={(event) => set(index, { name: event.currentTarget.value })}
          />
          {counts.map((name) => (
            <input
              key={name}
              class="input count"
              type="number"
              min={0}
              max={99}
              title={texts[name]}
              aria-label={`${texts[name]}: ${paper.name}`}
              value={paper[name]}
              onInput={(event) =>
                set(index, { [name]: Math.max(0, Math.trunc(Number(event.currentTarget.value))) })
              }
            />
          ))}
          <button
            type="button"
            class="draft-close"
            aria-label={texts.remove(paper.name)}
            onClick={() =>
              onChange({ ...values, documents: values.documents.filter((_, at) => at !== index) })
            }
          >
            ×
          </button>
        </div>
      ))}
      <Button
        onClick={() =>
          onChange({
            ...values,
            documents: [...values.documents, { name: "", originals: 0, certified: 0, copies: 1 }],
          })
        }
      >
        {texts.add}
      </Button>
      {differs && <p class="before">{texts.papersBefore(before)}</p>}
    </fieldset>
  );
}

const typed = people.filter((field): field is Exclude<keyof Person, "sex"> => field !== "sex");

function SexField({
  said,
  values,
  onChange,
}: Pick<Props, "values" | "onChange"> & { said: Person }) {
  const texts = t();
  const { sex } = values.applicant;
  const before = said.sex ? vocabulary.sex.word(said.sex as "man") : texts.empty;
  return (
    <Field
      label={vocabulary.cardField.word("sex")}
      hint={sex === said.sex ? undefined : texts.before(before)}
    >
      {(ties) => (
        <select
          {...ties}
          class="input"
          value={sex}
          onChange={(event) =>
            onChange({
              ...values,
              applicant: { ...values.applicant, sex: event.currentTarget.value },
            })
          }
        >
          <option value="">{texts.empty}</option>
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

export function CorrectForm(props: Props) {
  const { dossier, values, errors, onChange } = props;
  const said = valuesOfCorrection(dossier).applicant;
  const texts = t();
  const before = (changed: boolean, value: string) =>
    changed ? texts.before(value || texts.empty) : undefined;
  return (
    <>
      <div class="correct-fields">
        {typed.map((field) => (
          <Field
            key={field}
            label={texts[field]}
            error={errors[`correction.applicant.${field}`] ?? errors[`applicant.${field}`]}
            hint={before(values.applicant[field] !== said[field], said[field])}
          >
            {(ties) => (
              <input
                {...ties}
                class="input"
                maxLength={400}
                autocomplete="off"
                value={values.applicant[field]}
                onInput={(event) =>
                  onChange({
                    ...values,
                    applicant: { ...values.applicant, [field]: event.currentTarget.value },
                  })
                }
              />
            )}
          </Field>
        ))}
        <SexField said={said} values={values} onChange={onChange} />
        <Field
          label={texts.fee_vnd}
          hint={before(values.fee_vnd !== dossier.fee_vnd, formatMoney(dossier.fee_vnd))}
        >
          {(ties) => (
            <input
              {...ties}
              class="input"
              type="number"
              min={0}
              value={values.fee_vnd}
              onInput={(event) =>
                onChange({
                  ...values,
                  fee_vnd: Math.max(0, Math.trunc(Number(event.currentTarget.value))),
                })
              }
            />
          )}
        </Field>
        <Field
          label={texts.channel}
          hint={before(
            values.channel !== dossier.channel,
            vocabulary.channel.word(dossier.channel),
          )}
        >
          {(ties) => (
            <select
              {...ties}
              class="input"
              value={values.channel}
              onChange={(event) =>
                onChange({ ...values, channel: event.currentTarget.value as Channel })
              }
            >
              {vocabulary.channel.names.map((each) => (
                <option key={each} value={each}>
                  {vocabulary.channel.word(each)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {props.mayBeMeant && (
        <label class="check">
          <input
            type="checkbox"
            checked={values.asWritten ?? false}
            onChange={(event) => onChange({ ...values, asWritten: event.currentTarget.checked })}
          />
          {texts.asWritten}
        </label>
      )}
      <Papers {...props} />
    </>
  );
}
