import { useState } from "preact/hooks";

import { answer, api, newKey, Problem } from "@motcua/api/client";
import { wordsOf } from "@motcua/language";
import { person } from "@motcua/session";
import { Button, Dialog, Field, toast } from "@motcua/ui";

import { problemText } from "../shared/problem_text";

const t = wordsOf("officePasswordDialog");

/** Ends all log-ins of the person, this one too. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const texts = t();
  const [typed, setTyped] = useState({ old: "", fresh: "", again: "" });
  const [error, setError] = useState<{ field: string; text: string } | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const save = async (event: Event) => {
    event.preventDefault();
    if (typed.fresh !== typed.again) return setError({ field: "again", text: texts.different });
    setBusy(true);
    try {
      await answer(
        api.POST("/api/v1/session/password", {
          body: { old: typed.old, new: typed.fresh },
          headers: { "Idempotency-Key": newKey() },
        }),
      );
      toast("good", texts.done);
      onClose();
      person.value = null;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      setBusy(false);
      setError({ field: "old", text: problem.fieldMessage("new") ?? problemText(problem) });
    }
  };
  const field = (name: keyof typeof typed, label: string, complete: string, hint?: string) => (
    <Field label={label} hint={hint} error={error?.field === name ? error.text : undefined}>
      {(ties) => (
        <input
          {...ties}
          class="input"
          type="password"
          autocomplete={complete}
          required
          minLength={name === "old" ? 1 : 8}
          value={typed[name]}
          onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form class="stack" onSubmit={save}>
        {field("old", texts.old, "current-password")}
        {field("fresh", texts.fresh, "new-password", texts.freshHint)}
        {field("again", texts.again, "new-password")}
        <div class="actions">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
