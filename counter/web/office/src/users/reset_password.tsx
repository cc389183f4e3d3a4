import { useState } from "preact/hooks";

import { Button, Dialog } from "@motcua/ui";

import { resetPassword } from "../api";
import { act } from "../shared/act";
import { SecretDialog } from "../shared/secret_dialog";
import { makePassword } from "./passwords";
import { t } from "./users_texts";

/** Asks, then makes a password and shows it once. */
export function ResetPassword({
  login,
  onDone,
  onClose,
}: {
  login: string;
  onDone: (login: string) => void;
  onClose: () => void;
}) {
  const texts = t();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const reset = async () => {
    setBusy(true);
    const password = makePassword();
    if (await act(() => resetPassword(login, password))) setMade(password);
    setBusy(false);
  };
  if (made) {
    return (
      <SecretDialog
        key="made"
        title={texts.reset}
        what={texts.passwordOf(login)}
        secret={made}
        hint={texts.passwordHint}
        onClose={() => onDone(login)}
      />
    );
  }
  return (
    <Dialog key="question" title={texts.resetTitle(login)} onClose={onClose}>
      <p>{texts.resetWhat}</p>
      <div class="actions">
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button look="danger" disabled={busy} onClick={() => void reset()}>
          {texts.reset}
        </Button>
      </div>
    </Dialog>
  );
}
