import { wordsOf } from "@motcua/language";
import { Button, Dialog, Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";
import { useState } from "preact/hooks";

import { useShortcuts } from "../keys";
import type { Draft } from "./draft";
import { missingFields, send } from "./receive";

const t = wordsOf("counterRefuseDialog");

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
    <Dialog title={vocabulary.act.word("refuse")} onClose={onClose}>
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
