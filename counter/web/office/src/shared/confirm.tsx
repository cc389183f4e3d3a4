import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { defineTexts } from "@motcua/language";
import { Button, Dialog } from "@motcua/ui";

const t = defineTexts({ cancel: "Thôi" }, { cancel: "Cancel" });

/** Asks before something that others will feel. */
export function Confirm({
  title,
  yes,
  danger = false,
  children,
  onYes,
  onClose,
}: {
  title: string;
  yes: string;
  danger?: boolean;
  children: ComponentChildren;
  onYes: () => Promise<unknown>;
  onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const agree = async () => {
    setBusy(true);
    await onYes();
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <div class="actions">
        <Button onClick={onClose}>{t().cancel}</Button>
        <Button look={danger ? "danger" : "primary"} disabled={busy} onClick={() => void agree()}>
          {yes}
        </Button>
      </div>
    </Dialog>
  );
}
