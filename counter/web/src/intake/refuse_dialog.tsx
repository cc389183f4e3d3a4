import { defineTexts } from "@motcua/language";
import { Button, Dialog, Field } from "@motcua/ui";
import { useState } from "preact/hooks";

import { useShortcuts } from "../keys";
import type { Draft } from "./draft";
import { missingFields, send } from "./receive";

const t = defineTexts(
  {
    title: "Từ chối tiếp nhận",
    explain: "Hồ sơ không được nhận; phiếu từ chối ghi lý do được in cho người dân.",
    reason: "Lý do từ chối",
    needed: "Hãy ghi lý do: người dân cần biết vì sao và phải làm gì.",
    name: "Hãy nhập họ tên người nộp trước.",
    procedure: "Hãy chọn thủ tục trước.",
    refuse: "Từ chối và in phiếu",
    cancel: "Thôi",
  },
  {
    title: "Refuse at intake",
    explain: "The dossier is not received; a refusal with the reason is printed for the citizen.",
    reason: "Reason",
    needed: "Write the reason: the citizen has to know why, and what to do.",
    name: "Type the applicant's name first.",
    procedure: "Choose a procedure first.",
    refuse: "Refuse and print",
    cancel: "Cancel",
  },
);

export function RefuseDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const texts = t();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | undefined>();
  const missing = Object.values(missingFields(draft, texts));
  const submit = () => {
    if (missing.length > 0) return;
    if (!reason.trim()) {
      setError(texts.needed);
      return;
    }
    onClose();
    void send(draft, { kind: "refuse", reason: reason.trim() });
  };
  useShortcuts([{ keys: "Ctrl+Enter", label: texts.refuse, group: "dialog", run: submit }]);
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <p>{texts.explain}</p>
      {missing.map((each) => (
        <div key={each} class="notice warn">
          {each}
        </div>
      ))}
      <Field label={texts.reason} error={error}>
        {(ties) => (
          <textarea
            {...ties}
            class="input"
            rows={4}
            maxLength={2000}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="actions">
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button look="danger" shortcut="Ctrl+Enter" disabled={missing.length > 0} onClick={submit}>
          {texts.refuse}
        </Button>
      </div>
    </Dialog>
  );
}
