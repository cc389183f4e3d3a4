// What the kiosk's agent gives this page under /local.

import type { Schemas } from "@motcua/api/client";
import { fetchJson } from "@motcua/api/wire";
import type { Presence } from "@motcua/vocabulary";

export type PriorityKind = Schemas["PriorityKind"];
export type PublicDossier = Schemas["PublicDossier"];
export type PlaceInLine = Schemas["PlaceInLine"];
export type ProcedureVersion = Schemas["ProcedureVersion"];
export type Feedback = Schemas["Feedback"];

export interface LocalService {
  letter: string;
  name: string;
  returns: boolean;
  /** Of procedures it takes, `*` for all others; an agent may leave it out. */
  fields?: string[];
  open: boolean;
  closed_text: string;
  /** Left out while it is open. */
  closed?: Schemas["ClosedService"];
  waiting: number | null;
  expected_wait: string | null;
  expected_wait_minutes?: Schemas["WaitMinutes"] | null;
}

export interface LocalState {
  agent: "kiosk";
  now: string;
  core: { online: boolean; lost_since: string | null };
  printer: { state: string; text: string };
  scanner: { state: Presence };
  office: { name: string; desk: string };
  services: LocalService[];
  priorities: { kind: PriorityKind }[];
  practice: boolean;
}

export interface Scan {
  kind: "dossier" | "ticket" | "card" | "unknown";
  code?: string;
  text?: string;
}

export type LocalEvent = { type: "state"; data: LocalState } | { type: "scan"; data: Scan };

export interface TicketRequest {
  service: string | null; // null: whichever returns results, with `dossier`
  priority: PriorityKind | null;
  dossier: string | null;
}

export interface LocalTicket {
  touch: string;
  number: string;
  code: string;
  service: string;
  service_name: string;
  ahead: number | null;
  expected_wait: string | null;
  expected_wait_minutes?: Schemas["WaitMinutes"] | null;
  offline: boolean;
}

/** Of the problem `printer`. */
export interface NotPrinted {
  number: string;
  state: "failed" | "unknown";
  can_retry: boolean;
}

export interface ProcedureList {
  total: number;
  items: ProcedureVersion[];
  as_of?: string;
  from_copy?: boolean;
}

export const postTicket = (touch: string, request: TicketRequest) =>
  fetchJson<LocalTicket>("POST", "/local/tickets", { body: { touch, ...request }, key: touch });

export const postReprint = (touch: string) =>
  fetchJson<LocalTicket>("POST", `/local/tickets/${touch}/reprint`, { body: {} });

/** The citizen has the paper, or has noted the number. */
export const postTaken = (touch: string) =>
  fetchJson<unknown>("POST", `/local/tickets/${touch}/taken`, { body: {} });

export const getProcedures = (skip: number, limit: number) =>
  fetchJson<ProcedureList>("GET", `/local/procedures?skip=${skip}&limit=${limit}`);

export const getDossier = (code: string) =>
  fetchJson<PublicDossier>("GET", `/local/track/${encodeURIComponent(code)}`);

export const getPlace = (code: string) =>
  fetchJson<PlaceInLine>("GET", `/local/tickets/${encodeURIComponent(code)}`);

export const postReEnter = (code: string, key: string) =>
  fetchJson<unknown>("POST", `/local/tickets/${encodeURIComponent(code)}/re-enter`, {
    body: {},
    key,
  });

export const postFeedback = (feedback: Feedback, key: string) =>
  fetchJson<unknown>("POST", "/local/feedback", { body: feedback, key });
