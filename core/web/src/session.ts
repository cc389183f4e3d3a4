// Who is logged in. The token itself stays in a cookie that no script can read.

import { signal } from "@preact/signals";

import { answer, api, Problem, type Schemas, whenLoggedOut } from "./api/client";

export type Role = Schemas["Role"];

export interface Person {
  login: string;
  name: string;
  role: Role;
}

/** Undefined: not asked yet; null: nobody. */
export const person = signal<Person | null | undefined>(undefined);

whenLoggedOut(() => {
  person.value = null;
});

/** Asks the core whose cookie this is. Throws Problem when it can't be asked. */
export async function loadSession(): Promise<void> {
  try {
    const who = await answer(api.GET("/api/v1/session"));
    person.value =
      who.kind === "user"
        ? { login: who.login ?? "", name: who.name, role: who.role as Role }
        : null;
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    person.value = null;
  }
}

export async function logIn(user: string, password: string): Promise<void> {
  const session = await answer(api.POST("/api/v1/session", { body: { user, password } }));
  person.value = { login: session.login, name: session.name, role: session.role as Role };
}

/** Throws Problem when the core cannot be told: then the person is still logged in. */
export async function logOut(): Promise<void> {
  try {
    await api.DELETE("/api/v1/session");
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error; // 401: it was over already
  }
  person.value = null;
}

/** `forget` is called when whoever is logged in is not any more, be it that nobody is or that
 *  somebody else is: nothing that one person saw stays for the next. Gives what ends it. */
export function whenPersonLeaves(forget: (login: string) => void): () => void {
  let here = person.peek()?.login;
  return person.subscribe((who) => {
    const before = here;
    here = who?.login;
    if (before !== undefined && before !== here) forget(before);
  });
}
