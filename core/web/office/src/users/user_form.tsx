import { useState } from "preact/hooks";

import { Problem } from "@motcua/api/client";
import { wordsOf } from "@motcua/language";
import { Field, toast } from "@motcua/ui";
import { person } from "@motcua/session";
import * as vocabulary from "@motcua/vocabulary";

import { addUser, changeUser, type User } from "../api";
import { FormDialog } from "../shared/form_dialog";
import { problemText } from "../shared/problem_text";

const t = wordsOf("officeUsers");

interface Typed {
  login: string;
  name: string;
  role: User["role"];
}

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
  const [typed, setTyped] = useState<Typed>({
    login: user?.login ?? "",
    name: user?.name ?? "",
    role: user?.role ?? "officer",
  });
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async () => {
    if (user) {
      const { name, role } = typed;
      await changeUser(user.login, { name, ...(role !== user.role && { role }) });
      toast("good", texts.saved);
      onDone(user.login);
    } else {
      const { login, name, role } = typed;
      const added = await addUser({ login: login.trim(), name: name.trim(), role });
      onDone(added.login, added.password);
    }
  };
  /** What a field is wrong about stands at the field. */
  const save = async () => {
    try {
      await send();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      return error.body.errors?.length ? undefined : problemText(error);
    }
    return undefined;
  };
  return (
    <FormDialog
      title={user ? texts.editTitle(user.login) : texts.add}
      submit={user ? texts.save : texts.add}
      onSend={save}
      onClose={onClose}
    >
      <Fields typed={typed} onTyped={setTyped} user={user} problem={problem} />
    </FormDialog>
  );
}

function Fields({
  typed,
  onTyped,
  user,
  problem,
}: {
  typed: Typed;
  onTyped: (typed: Typed) => void;
  user: User | undefined;
  problem: Problem | null;
}) {
  const texts = t();
  const isSelf = user?.login === person.value?.login;
  const change = (part: Partial<Typed>) => onTyped({ ...typed, ...part });
  return (
    <>
      {!user && (
        <Field label={texts.login} hint={texts.loginHint} error={problem?.fieldMessage("login")}>
          {(ties) => (
            <input
              {...ties}
              class="input"
              name="login"
              autocomplete="off"
              autocapitalize="none"
              required
              pattern="[a-z0-9._\-]{1,32}"
              value={typed.login}
              onInput={(event) => change({ login: event.currentTarget.value })}
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
            value={typed.name}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={texts.role} error={problem?.fieldMessage("role")}>
        {(ties) => (
          <select
            {...ties}
            class="input"
            disabled={isSelf}
            value={typed.role}
            onChange={(event) => change({ role: event.currentTarget.value as User["role"] })}
          >
            {vocabulary.role.names.map((each) => (
              <option key={each} value={each}>
                {vocabulary.role.word(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
