import { useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";

import { resetPassword } from "../api";
import { attempt } from "../shared/act";
import { FormDialog } from "../shared/form_dialog";
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
  const [made, setMade] = useState<string | null>(null);
  const reset = () =>
    attempt(async () => {
      const password = makePassword();
      await resetPassword(login, password);
      setMade(password);
    });
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
    <FormDialog
      key="question"
      title={texts.resetTitle(login)}
      submit={texts.reset}
      danger
      onSend={reset}
      onClose={onClose}
    >
      <p>{texts.resetWhat}</p>
    </FormDialog>
  );
}
