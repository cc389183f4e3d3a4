import { useEffect, useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";
import { person } from "@motcua/session";
import { Button } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import { disableUser, enableUser, getUsers, type User } from "../api";
import { act } from "../shared/act";
import { Confirm } from "../shared/confirm";
import type { Column } from "../shared/data_table";
import { ListPage } from "../shared/list_page";
import { resource } from "../shared/resource";
import { SecretDialog } from "../shared/secret_dialog";
import { ResetPassword } from "./reset_password";
import { UserForm } from "./user_form";

const t = wordsOf("officeUsers");

const users = resource<User[]>();
const load = () => void users.load(async () => (await getUsers()).items);

type Open =
  | { kind: "add" }
  | { kind: "edit" | "disable" | "reset"; user: User }
  | { kind: "password"; login: string; password: string };

export function UsersPage() {
  const texts = t();
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(load, []);
  const close = () => setOpen(null);
  const enable = async (user: User) => {
    if (await act(() => enableUser(user.login), texts.enabledDone(user.login))) load();
  };
  return (
    <ListPage
      title={texts.title}
      add={texts.add}
      onAdd={() => setOpen({ kind: "add" })}
      of={users}
      again={load}
      table={{
        caption: texts.list,
        columns: columns(setOpen, enable),
        rowKey: (each) => each.login,
        rowClass: (each) => (each.disabled ? "faded" : undefined),
      }}
    >
      {open && <Dialogs open={open} onOpen={setOpen} onClose={close} />}
    </ListPage>
  );
}

function columns(open: (what: Open) => void, enable: (user: User) => void): Column<User>[] {
  const texts = t();
  return [
    {
      key: "login",
      title: texts.login,
      value: (each) => each.login,
      cell: (each) => (
        <>
          {each.login} {each.login === person.value?.login && texts.self}
        </>
      ),
    },
    {
      key: "name",
      title: texts.name,
      value: (each) => each.name,
      cell: (each) => each.name || "–",
    },
    { key: "role", title: texts.role, value: (each) => vocabulary.role.word(each.role) },
    {
      key: "state",
      title: texts.state,
      value: (each) => (each.disabled ? texts.disabled : texts.active),
      cell: (each) => (
        <span class={`badge ${each.disabled ? "" : "good"}`}>
          {each.disabled ? texts.disabled : texts.active}
        </span>
      ),
    },
    {
      key: "acts",
      title: texts.acts,
      cell: (each) => <Acts user={each} open={open} enable={enable} />,
    },
  ];
}

function Acts({
  user,
  open,
  enable,
}: {
  user: User;
  open: (what: Open) => void;
  enable: (user: User) => void;
}) {
  const texts = t();
  const named = (name: string) => ({ "aria-label": `${name}: ${user.login}` });
  return (
    <div class="row tight">
      <Button {...named(texts.edit)} onClick={() => open({ kind: "edit", user })}>
        {texts.edit}
      </Button>
      <Button {...named(texts.reset)} onClick={() => open({ kind: "reset", user })}>
        {texts.reset}
      </Button>
      {user.disabled ? (
        <Button {...named(texts.enable)} onClick={() => enable(user)}>
          {texts.enable}
        </Button>
      ) : (
        <Button
          {...named(texts.disable)}
          look="danger"
          disabled={user.login === person.value?.login}
          onClick={() => open({ kind: "disable", user })}
        >
          {texts.disable}
        </Button>
      )}
    </div>
  );
}

function Dialogs({
  open,
  onOpen,
  onClose,
}: {
  open: Open;
  onOpen: (what: Open) => void;
  onClose: () => void;
}) {
  const texts = t();
  const done = (login: string, password?: string) => {
    load();
    if (password) onOpen({ kind: "password", login, password });
    else onClose();
  };
  switch (open.kind) {
    case "add":
      return <UserForm onDone={done} onClose={onClose} />;
    case "edit":
      return <UserForm user={open.user} onDone={done} onClose={onClose} />;
    case "password":
      return (
        <SecretDialog
          title={texts.added(open.login)}
          what={texts.passwordOf(open.login)}
          secret={open.password}
          hint={texts.passwordHint}
          onClose={onClose}
        />
      );
    case "disable": {
      const { login } = open.user;
      return (
        <Confirm
          title={texts.disableTitle(login)}
          yes={texts.disable}
          done={texts.disabledDone(login)}
          onYes={() => disableUser(login).then(load)}
          onClose={onClose}
        >
          <p>{texts.disableWhat}</p>
        </Confirm>
      );
    }
    case "reset":
      return <ResetPassword login={open.user.login} onDone={done} onClose={onClose} />;
  }
}
