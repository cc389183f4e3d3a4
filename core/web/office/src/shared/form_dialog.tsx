import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";
import { Button, Dialog } from "@motcua/ui";

const t = wordsOf("officeFormDialog");

/** A dialog that sends something, a form or a plain question: once at a time, and what went wrong
 *  stands over its buttons. */
export function FormDialog({
  title,
  submit,
  danger = false,
  children,
  onSend,
  onClose,
}: {
  title: string;
  /** What its button says. */
  submit: string;
  danger?: boolean;
  children: ComponentChildren;
  /** Gives what went wrong; closes the dialog itself when nothing did. */
  onSend: () => Promise<string | undefined>;
  onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const send = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setWrong(await onSend());
    setBusy(false);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="stack" onSubmit={(event) => void send(event)}>
        {children}
        {wrong && (
          <p class="notice bad" role="alert">
            {wrong}
          </p>
        )}
        <div class="actions">
          <Button onClick={onClose}>{t().cancel}</Button>
          <Button look={danger ? "danger" : "primary"} type="submit" disabled={busy}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
