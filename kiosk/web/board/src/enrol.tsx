import { useState } from "preact/hooks";

import { Problem } from "@motcua/api/client";
import { fetchJson } from "@motcua/api/wire";
import { wordsOf } from "@motcua/language";
import { Button, Field, SettingsBar } from "@motcua/ui";

import { tryNow } from "./live";

const t = wordsOf("board");

/** Shown once: the machine becomes a board of the office. Its key stays in a cookie that no script
 *  can read. */
export function Enrol() {
  const texts = t();
  const [code, setCode] = useState("");
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError("");
    try {
      await fetchJson("POST", "/api/v1/devices/redeem", {
        body: { code: code.trim(), cookie: true },
      });
      await tryNow();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      setError(problem.mayTryAgain ? texts.unreachable : texts.wrongCode);
    }
    setBusy(false);
  };
  return (
    <main class="enrol">
      <SettingsBar />
      <form class="card" onSubmit={submit} aria-labelledby="enrol-title">
        <h1 id="enrol-title">{texts.enrol}</h1>
        <Field label={texts.code} hint={texts.enrolHelp} error={error || undefined}>
          {(ties) => (
            <input
              {...ties}
              class="input"
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              autofocus
              required
              value={code}
              onInput={(event) => setCode(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button look="primary" type="submit" disabled={busy}>
          {texts.enter}
        </Button>
      </form>
    </main>
  );
}
