// The fields that the acts' forms are made of.

import { defineTexts } from "@motcua/language";
import { Field } from "@motcua/ui";
import type { JSX } from "preact";

import type { Dossier } from "../api";
import { procedureOf } from "../intake/procedures";
import { knownPeople } from "../work_list/work";
import type { ActField, ActSpec, FormValues } from "./act_specs";

const t = defineTexts(
  {
    reason: "Lý do",
    note: "Ghi chú (không bắt buộc)",
    items: "Giấy tờ, nội dung cần bổ sung (mỗi dòng một mục)",
    addItem: "Thêm vào danh sách:",
    assignee: "Người làm bước tiếp theo (tên đăng nhập)",
    assigneeHint: "Để trống: chưa giao ai",
    agency: "Cơ quan",
    external_code: "Mã hồ sơ ở cơ quan đó (nếu có)",
    answer_due: "Hẹn trả lời",
    new_appointment: "Ngày, giờ hẹn mới",
    return_channel: "Cách trả",
    recipient: "Người nhận",
    paid_vnd: "Số tiền đã thu (đồng)",
    in_person: "Trực tiếp",
    online: "Trực tuyến",
    postal: "Bưu chính",
  },
  {
    reason: "Reason",
    note: "Note (optional)",
    items: "Papers and contents to supplement (one a line)",
    addItem: "Add to the list:",
    assignee: "Who works the next step (login)",
    assigneeHint: "Empty: nobody yet",
    agency: "Agency",
    external_code: "The dossier's code there (if any)",
    answer_due: "Answer due",
    new_appointment: "New appointment",
    return_channel: "How it is returned",
    recipient: "Who receives it",
    paid_vnd: "Amount taken (VND)",
    in_person: "In person",
    online: "Online",
    postal: "By post",
  },
);

export function waitingAgencies(dossier: Dossier): string[] {
  return dossier.hand_overs.filter((each) => !each.answered_at).map((each) => each.agency);
}

export function defaultsOf(spec: ActSpec, dossier: Dossier): FormValues {
  const values: FormValues = {};
  if (spec.act === "return") {
    values.return_channel = dossier.channel === "postal" ? "postal" : "in_person";
    values.recipient = dossier.applicant.name;
  }
  if (spec.act === "pay") values.paid_vnd = String(Math.max(0, dossier.fee_vnd - dossier.paid_vnd));
  if (spec.act === "acknowledge" || spec.act === "answer") {
    values.agency = waitingAgencies(dossier)[0] ?? "";
  }
  if (spec.act === "hand-over") values.agency = dossier.linked_agencies[0] ?? "";
  return values;
}

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
  const texts = t();
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
          {(["in_person", "online", "postal"] as const).map((each) => (
            <option key={each} value={each}>
              {texts[each]}
            </option>
          ))}
        </select>
      );
    case "assignee":
    case "agency": {
      const known =
        field === "assignee"
          ? knownPeople.value
          : (props.spec.act === "hand-over"
              ? props.dossier.linked_agencies
              : waitingAgencies(props.dossier)
            ).map((agency) => ({ login: agency, name: "" }));
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
    default:
      return <input {...common} maxLength={200} autocomplete="off" />;
  }
}

/** What the procedure asks for and was not handed in is one click away. */
function MissingPapers({ dossier, onAdd }: { dossier: Dossier; onAdd: (name: string) => void }) {
  const texts = t();
  const handedIn = new Set(dossier.documents.map((each) => each.name));
  const missing = procedureOf(dossier.procedure.code)?.documents.filter(
    (each) => !handedIn.has(each),
  );
  if (!missing?.length) return null;
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
