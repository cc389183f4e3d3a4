// The fields that the acts' forms are made of.

import { wordsOf } from "@motcua/language";
import { Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";
import type { JSX } from "preact";

import type { Dossier } from "../api";
import { knownPeople } from "../work_list/work";
import { agenciesOf } from "./act_defaults";
import type { ActField, ActSpec, FormValues } from "./act_specs";

const t = wordsOf("counterActFields");

interface Props {
  spec: ActSpec;
  dossier: Dossier;
  values: FormValues;
  errors: Record<string, string>;
  reasonNeeded: boolean;
  onChange: (values: FormValues) => void;
}

type Ties = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean };
type Set = (value: string) => void;

function control(field: ActField, value: string, set: Set, ties: Ties, props: Props): JSX.Element {
  const common = {
    ...ties,
    class: "input",
    value,
    onInput: (event: JSX.TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      set(event.currentTarget.value),
  };
  switch (field) {
    case "reason":
    case "items":
      return <textarea {...common} rows={field === "items" ? 4 : 3} maxLength={2_000} />;
    case "answer_due":
    case "new_appointment":
      return <input {...common} type="datetime-local" required={field === "new_appointment"} />;
    case "paid_vnd":
      return <input {...common} type="number" min={1} step={1} required />;
    case "return_channel":
      return (
        <select
          {...ties}
          class="input"
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        >
          {vocabulary.channel.names.map((each) => (
            <option key={each} value={each}>
              {vocabulary.channel.word(each)}
            </option>
          ))}
        </select>
      );
    case "assignee":
    case "agency": {
      const known =
        field === "assignee"
          ? knownPeople.value
          : agenciesOf(props.spec, props.dossier).map((agency) => ({ login: agency, name: "" }));
      return (
        <>
          <input
            {...common}
            list={`${ties.id}-list`}
            maxLength={120}
            required={field === "agency"}
            autocomplete="off"
          />
          <datalist id={`${ties.id}-list`}>
            {known.map((each) => (
              <option key={each.login} value={each.login}>
                {each.name}
              </option>
            ))}
          </datalist>
        </>
      );
    }
    default: // codes of other agencies are typed here: what is no scan must stay
      return <input {...common} data-codes maxLength={200} autocomplete="off" />;
  }
}

/** What the procedure asks for and was not handed in is one click away. */
function MissingPapers({ dossier, onAdd }: { dossier: Dossier; onAdd: (name: string) => void }) {
  const texts = t();
  const missing = dossier.missing_documents;
  if (missing.length === 0) return null;
  return (
    <div class="chips">
      <span class="hint">{texts.addItem}</span>
      {missing.map((each) => (
        <button key={each} type="button" class="chip" onClick={() => onAdd(each)}>
          + {each}
        </button>
      ))}
    </div>
  );
}

export function ActFields(props: Props) {
  const { spec, dossier, values, errors, reasonNeeded, onChange } = props;
  const texts = t();
  return (
    <>
      {spec.fields.map((field) => {
        const label =
          field === "reason" && !reasonNeeded && !spec.fields.includes("items")
            ? texts.note
            : texts[field];
        const set = (value: string) => onChange({ ...values, [field]: value });
        return (
          <div key={field} class="stack">
            <Field
              label={label}
              error={errors[field]}
              hint={field === "assignee" ? texts.assigneeHint : undefined}
            >
              {(ties) => control(field, values[field] ?? "", set, ties, props)}
            </Field>
            {field === "items" && (
              <MissingPapers
                dossier={dossier}
                onAdd={(name) => set([values.items, name].filter(Boolean).join("\n"))}
              />
            )}
          </div>
        );
      })}
    </>
  );
}
