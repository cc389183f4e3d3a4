import { useState } from "preact/hooks";

import { Problem } from "@motcua/api/client";
import { Button, Dialog, Field, toast } from "@motcua/ui";
import { person } from "@motcua/session";

import { addUser, changeUser, type User } from "../api";
import { names } from "../shared/names";
import { problemText } from "../shared/problem_text";
import { t } from "./users_texts";

const roles = ["officer", "specialist", "chairman", "admin"] as const;

/** A new user, or another name or role of one. */
export function UserForm({
  user,
  onDone,
  onClose,
}: {
  user?: User;
  onDone: (login: string, password?: string) => void;
  onClose: () => void;
}) {
  const texts = t();
  const [login, setLogin] = useState(user?.login ?? "");
  const [name, setName] = useState(user?.name ?? "");
  const [role, setRole] = useState<User["role"]>(user?.role ?? "officer");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const isSelf = user?.login === person.value?.login;
  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      if (user) {
        await changeUser(user.login, { name, ...(role !== user.role && { role }) });
        toast("good", texts.saved);
        onDone(user.login);
      } else {
        const added = await addUser({ login: login.trim(), name: name.trim(), role });
        onDone(added.login, added.password);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  const unnamed = problem && !problem.body.errors?.length ? problemText(problem) : undefined;
  return (
    <Dialog title={user ? texts.editTitle(user.login) : texts.add} onClose={onClose}>
      <form class="stack" onSubmit={save}>
        {!user && (
          <Field
            label={texts.login}
            hint={texts.loginHint}
            error={problem?.fieldMessage("login")}
          >
            {(ties) => (
              <input
                {...ties}
                class="input"
                name="login"
                autocomplete="off"
                autocapitalize="none"
                required
                pattern="[a-z0-9._\-]{1,32}"
                value={login}
                onInput={(event) => setLogin(event.currentTarget.value)}
              />
            )}
          </Field>
        )}
        <Field label={texts.name} error={problem?.fieldMessage("name")}>
          {(ties) => (
            <input
              {...ties}
              class="input"
              name="name"
              autocomplete="off"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={texts.role} error={problem?.fieldMessage("role")}>
          {(ties) => (
            <select
              {...ties}
              class="input"
              disabled={isSelf}
              value={role}
              onChange={(event) => setRole(event.currentTarget.value as User["role"])}
            >
              {roles.map((each) => (
                <option key={each} value={each}>
                  {names.role()[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {unnamed && (
          <p class="notice bad" role="alert">
            {unnamed}
          </p>
        )}
        <div class="actions">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {user ? texts.save : texts.add}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
