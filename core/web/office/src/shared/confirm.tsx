import type { ComponentChildren } from "preact";

import { toast } from "@motcua/ui";

import { attempt } from "./act";
import { FormDialog } from "./form_dialog";

/** Asks before something that others will feel. */
export function Confirm({
  title,
  yes,
  done,
  children,
  onYes,
  onClose,
}: {
  title: string;
  yes: string;
  /** Said when it is done. */
  done: string;
  children: ComponentChildren;
  onYes: () => Promise<unknown>;
  onClose: () => void;
}) {
  const agree = () =>
    attempt(async () => {
      await onYes();
      toast("good", done);
      onClose();
    });
  return (
    <FormDialog title={title} submit={yes} danger onSend={agree} onClose={onClose}>
      {children}
    </FormDialog>
  );
}
