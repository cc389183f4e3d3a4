// What this page asks of the core. Typed by the core's own description; what that does not have
// yet is typed here.

import { type ProblemBody, Problem, type Schemas } from "@motcua/api/client";
import { fetchJson } from "@motcua/api/wire";
import { language } from "@motcua/language";
import { person } from "@motcua/session";
import type { TicketAct } from "@motcua/vocabulary";

export type Ticket = Schemas["Ticket"];
export type PlaceInLine = Schemas["PlaceInLine"];
export type Queue = Schemas["Queue"];
export type QueueEvent = Schemas["QueueEvent"];
export type DossierEvent = Schemas["DossierEvent"];
export type ProcedureVersion = Schemas["ProcedureVersion"];
export type IntakeBody = Schemas["Intake"];
export type BegunDossier = Schemas["BegunDossier"];
export type DossierSummary = Schemas["DossierSummary"];
export type Dossiers = Schemas["Dossiers"];
export type Dossier = Schemas["Dossier"];
export type DossierAct = Schemas["DossierAct"];
export type ActName = Schemas["DossierActName"];
export type History = Schemas["History"];
export type HistoryItem = Schemas["HistoryItem"];
export type Deadline = Schemas["Deadline"];
export type Channel = Schemas["Channel"];
export type Paper = Schemas["Paper"];
export type PaperKind = Schemas["PaperKind"];
export type Attachment = Schemas["Attachment"];

/** What is done to a ticket at a counter: the other acts are the kiosk's and the clock's. */
export type CounterAct = Exclude<TicketAct, "re-enter" | "cancel" | "expire">;

/** Who is logged out in between is asked to log in again. */
export function noteStatus(status: number): void {
  if (status === 401) person.value = null;
}

/** JSON of the core, or of the agent about the core's. */
export async function ask<T>(
  method: string,
  path: string,
  options: { body?: unknown; key?: string } = {},
): Promise<T> {
  try {
    return await fetchJson<T>(method, path, options);
  } catch (error) {
    if (error instanceof Problem) noteStatus(error.status);
    throw error;
  }
}

const part = encodeURIComponent;
const dossierPath = (code: string) => `/api/v1/dossiers/${part(code)}`;

export const loadQueue = () => ask<Queue>("GET", "/api/v1/queue");
export const loadTicket = (code: string) =>
  ask<PlaceInLine>("GET", `/api/v1/tickets/${part(code)}`);
export const reEnter = (code: string, key: string) =>
  ask<PlaceInLine>("POST", `/api/v1/tickets/${part(code)}/re-enter`, { body: {}, key });
export const stepAtCounter = (
  counter: number,
  act: CounterAct,
  body: Schemas["CounterStep"],
  key: string,
) => ask<Ticket>("POST", `/api/v1/counters/${counter}/${act}`, { body, key });

/** All procedures in force, page by page. */
export async function loadProcedures(): Promise<ProcedureVersion[]> {
  const page = 200;
  const most = 2_000; // a ward has some 150
  const all: ProcedureVersion[] = [];
  for (let skip = 0; skip < most; skip += page) {
    const { items, total } = await ask<Schemas["Procedures"]>(
      "GET",
      `/api/v1/procedures?limit=${page}&skip=${skip}`,
    );
    all.push(...items);
    if (items.length === 0 || all.length >= total) break;
  }
  return all;
}

export const loadDue = (procedure: string) =>
  ask<Deadline>("GET", `/api/v1/procedures/${part(procedure)}/due`);

/** Of the same person: by which of ID number, phone, name. */
export type SimilarDossier = Schemas["SimilarDossiers"]["items"][number];
export interface SimilarQuestion {
  procedure?: string;
  applicant: { id_number?: string; name?: string; phone?: string };
}
/** By POST: what is asked holds personal data, which belongs into no address and no log. */
export const loadSimilar = (question: SimilarQuestion) =>
  ask<Schemas["SimilarDossiers"]>("POST", "/api/v1/dossiers/similar", { body: question });

export const receive = (body: IntakeBody, key: string) =>
  ask<BegunDossier>("POST", "/api/v1/dossiers", { body, key });
export const refuse = (body: Schemas["Refusal"], key: string) =>
  ask<BegunDossier>("POST", "/api/v1/refusals", { body, key });

export interface DossierQuestion {
  status?: string;
  q?: string;
  assignee?: string;
  officer?: string;
  /** Who received it or works on it. */
  person?: string;
  due_before?: string;
  /** Of the core's sorts; with - ahead the other way round. */
  sort?: string;
  limit?: number;
  cursor?: string;
}
export function searchDossiers(question: DossierQuestion): Promise<Dossiers> {
  return ask<Dossiers>("POST", "/api/v1/dossiers/search", { body: question });
}
/** Lists without anything of a citizen in the question. */
export function listDossiers(question: Omit<DossierQuestion, "q">): Promise<Dossiers> {
  const query = new URLSearchParams(
    Object.entries(question).map(([name, value]) => [name, String(value)]),
  );
  return ask<Dossiers>("GET", `/api/v1/dossiers?${query}`);
}

export const loadDossier = (code: string) => ask<Dossier>("GET", dossierPath(code));
export const loadHistory = (code: string) => ask<History>("GET", `${dossierPath(code)}/history`);
export const loadDeadline = (code: string) => ask<Deadline>("GET", `${dossierPath(code)}/deadline`);
export const actOn = (code: string, act: ActName, body: DossierAct, key: string) =>
  ask<Dossier>("POST", `${dossierPath(code)}/${act}`, { body, key });

export interface Colleague {
  login: string;
  name: string;
}
/** Who works on dossiers these days. */
export async function loadColleagues(): Promise<Colleague[]> {
  return (await ask<{ by_officer: Colleague[] }>("GET", "/api/v1/today")).by_officer;
}

export const attachmentPath = (code: string, name: string) =>
  `${dossierPath(code)}/attachments/${part(name)}`;

export const paperPath = (code: string, kind: PaperKind) =>
  `${dossierPath(code)}/papers/${kind}.pdf`;
export const batchReceiptPath = (codes: string[]) =>
  `/api/v1/papers/batch-receipt.pdf?codes=${codes.map(part).join(",")}`;

/** Sends a file and tells how far it is. Not by fetch: that says nothing on the way. */
export function putAttachment(
  code: string,
  name: string,
  bytes: Blob,
  onProgress: (part: number) => void,
): Promise<Schemas["StoredAttachment"]> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", attachmentPath(code, name));
    request.setRequestHeader("Accept-Language", language.value);
    request.setRequestHeader("Content-Type", bytes.type || "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = (event) => onProgress(event.loaded / Math.max(event.total, 1));
    request.onerror = () => reject(new Problem(0, {}));
    request.onload = () => {
      const body = (request.response ?? {}) as Partial<ProblemBody>;
      noteStatus(request.status);
      if (request.status < 300) resolve(request.response as Schemas["StoredAttachment"]);
      else reject(new Problem(request.status, body));
    };
    request.send(bytes);
  });
}
