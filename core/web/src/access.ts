// Who may do what, as the core's own description tells it of each operation: a page offers what the
// core would not refuse.

import { rolesOf } from "../generated/access";
import { person, type Role } from "./session";

/** As the core's description names it: `importCatalogue`. */
export type Operation = keyof typeof rolesOf;

export const may = (role: Role, operation: Operation): boolean =>
  (rolesOf[operation] as readonly Role[]).includes(role);

/** Whoever is logged in; where nobody is, nothing. */
export const mayHere = (operation: Operation): boolean =>
  person.value ? may(person.value.role, operation) : false;
