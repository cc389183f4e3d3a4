import { useState } from "preact/hooks";

import { Problem } from "./api/client";
import { wordsOf } from "./language";
import { problemText } from "./problem_text";
import { logIn } from "./session";
import { Button, Field } from "./ui";

const t = wordsOf("login");

/** The same for counter and office. */
export function LogIn() {
  const texts = t();
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await logIn(user.trim(), password);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      setError(problemText(problem));
      setBusy(false);
    }
  };
  return (
    <form class="login card" onSubmit={submit} aria-labelledby="login-title">
      <h1 id="login-title">{texts.title}</h1>
      <Field label={texts.user}>
        {(ties) => (
          <input
            {...ties}
            class="input"
            name="user"
            autocomplete="username"
            autocapitalize="none"
            autofocus
            required
            value={user}
            onInput={(event) => setUser(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={texts.password} error={error || undefined}>
        {(ties) => (
          <input
            {...ties}
            class="input"
            type="password"
            name="password"
            autocomplete="current-password"
            required
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button look="primary" type="submit" disabled={busy}>
        {texts.enter}
      </Button>
    </form>
  );
}
