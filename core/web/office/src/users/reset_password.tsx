import { useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";
import { Button, Dialog } from "@motcua/ui";

import { resetPassword } from "../api";
import { attempt } from "../shared/act";
import { SecretDialog } from "../shared/secret_dialog";
import { makePassword } from "./passwords";

const t = wordsOf("officeUsers");

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
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const reset = async () => {
    setBusy(true);
    const password = makePassword();
    const problem = await attempt(() => resetPassword(login, password));
    setWrong(problem);
    if (!problem) setMade(password);
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
      {wrong && (
        <p class="notice bad" role="alert">
          {wrong}
        </p>
      )}
      <div class="actions">
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button look="danger" disabled={busy} onClick={() => void reset()}>
          {texts.reset}
        </Button>
      </div>
    </Dialog>
  );
}
