import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";
import { Button, Dialog, toast } from "@motcua/ui";

import { attempt } from "./act";

const t = wordsOf("officeConfirm");

/** Asks before something that others will feel. */
export function Confirm({
  title,
  yes,
  done,
  danger = false,
  children,
  onYes,
  onClose,
}: {
  title: string;
  yes: string;
  /** Said when it is done. */
  done: string;
  danger?: boolean;
  children: ComponentChildren;
  onYes: () => Promise<unknown>;
  onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const agree = async () => {
    setBusy(true);
    const problem = await attempt(onYes);
    setBusy(false);
    setWrong(problem);
    if (problem) return;
    toast("good", done);
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {wrong && (
        <p class="notice bad" role="alert">
          {wrong}
        </p>
      )}
      <div class="actions">
        <Button onClick={onClose}>{t().cancel}</Button>
        <Button look={danger ? "danger" : "primary"} disabled={busy} onClick={() => void agree()}>
          {yes}
        </Button>
      </div>
    </Dialog>
  );
}
