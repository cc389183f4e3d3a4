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

export async function logOut(): Promise<void> {
  await api.DELETE("/api/v1/session");
  person.value = null;
}
