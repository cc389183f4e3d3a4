// What the pages of the office ask the core for. Shapes that the core's description already has are
// taken from it; the others are written down here.

import { answer, api, newKey, Problem, type Schemas } from "@motcua/api/client";
import { fetchJson } from "@motcua/api/wire";

import type { Period } from "./period/periods";
import type { MemberChange, RowError } from "./shared/csv_file";

export type { Schemas };
export type GroupBy = Schemas["GroupBy"];
export type DossierSummary = Schemas["DossierSummary"];

type Count = number | null;

export interface Today {
  now: string;
  day: string;
  seq: number;
  queue: {
    waiting: Count;
    serving: Count;
    held: Count;
    served: Count;
    no_show: Count;
    issued: Count;
    waiting_longest_s: Count;
    wait_median_s: Count;
    wait_p90_s: Count;
    service_median_s: Count;
    by_service: ServiceToday[];
    by_counter: CounterToday[];
    by_hour: { hour: number; issued: Count; served: Count }[];
  };
  dossiers: Record<
    | "received"
    | "resolved"
    | "returned"
    | "withdrawn"
    | "refused"
    | "due_today"
    | "overdue"
    | "suspended"
    | "open",
    Count
  >;
  by_officer: OfficerToday[];
}

export interface ServiceToday {
  letter: string;
  name: string;
  waiting: Count;
  issued: Count;
  served: Count;
  wait_median_s: Count;
}

export interface CounterToday {
  number: number;
  name: string;
  open: boolean;
  /** Number of whom it called or serves. */
  ticket: string | null;
  served: Count;
  service_median_s: Count;
}

export interface OfficerToday {
  login: string;
  name: string;
  received: Count;
  resolved: Count;
  open: Count;
  overdue: Count;
}

export const getToday = () => fetchJson<Today>("GET", "/api/v1/today");
export const getHealth = () => answer(api.GET("/healthz")) as Promise<Health>;
export type Health = Schemas["Health"] & { version?: string };

export const getReport = (period: Period, by?: GroupBy) =>
  answer(api.GET("/api/v1/reports/period", { params: { query: { ...period, ...(by && { by }) } } }));
export const getCchc = (period: Period) =>
  answer(api.GET("/api/v1/reports/cchc", { params: { query: { ...period } } }));
export const get06a = (period: Period) =>
  answer(api.GET("/api/v1/reports/06a", { params: { query: { ...period } } }));

/** Address of a report as a file. */
export function reportFile(
  form: "period" | "cchc" | "06a",
  kind: "xlsx" | "csv" | "pdf",
  { from, to }: Period,
  by?: GroupBy,
): string {
  const query = new URLSearchParams({ from, to, ...(by && { by }) });
  return `/api/v1/reports/${form}.${kind}?${query}`;
}

export interface DossierPage {
  items: DossierSummary[];
  next_skip: number | null;
  total?: number;
}

export const getCounted = (
  query: Period & { figure: string; by?: GroupBy; key?: string; skip: number; limit: number },
): Promise<DossierPage> =>
  answer(api.GET("/api/v1/reports/dossiers", { params: { query } })) as Promise<DossierPage>;

export const getDossiers = (status: string, skip: number, limit: number): Promise<DossierPage> =>
  answer(api.GET("/api/v1/dossiers", { params: { query: { status, skip, limit } } }));

const ofDossier = (code: string) => ({ params: { path: { code } } });
export const getDossier = (code: string) =>
  answer(api.GET("/api/v1/dossiers/{code}", ofDossier(code)));
export const getHistory = (code: string) =>
  answer(api.GET("/api/v1/dossiers/{code}/history", ofDossier(code)));
export const getDeadline = (code: string) =>
  answer(api.GET("/api/v1/dossiers/{code}/deadline", ofDossier(code)));

export const getFeedback = (limit: number) =>
  answer(api.GET("/api/v1/feedback", { params: { query: { limit } } }));

export type User = Schemas["User"];
export type NewUser = Schemas["NewUser"];

const post = <T>(path: string, body: unknown) =>
  fetchJson<T>("POST", path, { body, key: newKey() });
const userPath = (login: string) => `/api/v1/users/${encodeURIComponent(login)}`;

export const getUsers = () => answer(api.GET("/api/v1/users"));
export const addUser = (user: NewUser) => post<Schemas["AddedUser"]>("/api/v1/users", user);
export const changeUser = (login: string, change: { name?: string; role?: User["role"] }) =>
  fetchJson<User>("PATCH", userPath(login), { body: change, key: newKey() });
export const disableUser = (login: string) => post(`${userPath(login)}/disable`, {});
export const enableUser = (login: string) => post(`${userPath(login)}/enable`, {});
export const resetPassword = (login: string, password: string) =>
  post(`${userPath(login)}/password`, { password });

export interface DevicePart {
  part: string;
  name: string;
  state: string;
  text: string;
}
export type Device = Schemas["Device"] & {
  parts?: DevicePart[];
  seen_at?: string | null;
  online?: boolean;
  version?: string;
};

export const getDevices = () => answer(api.GET("/api/v1/devices")) as Promise<{ items: Device[] }>;
export const enrolDevice = (device: Schemas["NewDevice"]) =>
  post<Schemas["DeviceCode"]>("/api/v1/devices", device);
export const revokeDevice = (id: string) =>
  post(`/api/v1/devices/${encodeURIComponent(id)}/revoke`, {});

export type Version = Schemas["ProcedureVersion"];
export type CatalogueVersion = Version & { in_force?: boolean };

export const getCatalogue = (q: string, skip: number, limit: number) => {
  const query = new URLSearchParams({ ...(q && { q }), skip: `${skip}`, limit: `${limit}` });
  return fetchJson<{ total: number; items: CatalogueVersion[] }>(
    "GET",
    `/api/v1/catalogue?${query}`,
  );
};
export const getProcedure = (code: string) =>
  answer(api.GET("/api/v1/procedures/{code}", ofDossier(code)));

/** How the rows of a file fare. */
export interface TableOutcome {
  ok: boolean;
  rows: number;
  same: number;
  error_count: number;
  errors: RowError[];
}
export interface VersionBrief {
  code: string;
  name: string;
  effective_from: string;
  effective_to: string | null;
}
export type CatalogueChange = TableOutcome & {
  added: VersionBrief[];
  closed: VersionBrief[];
  changed: MemberChange[];
};
export interface CalendarDay {
  date: string;
  kind: "holiday" | "working";
  name: string;
}
export interface Calendar {
  year: number;
  hours: Record<string, string[]>;
  days: CalendarDay[];
}
export interface MovedDossier {
  code: string;
  procedure: string;
  due_before: string | null;
  due_after: string | null;
}
export type CalendarChange = TableOutcome & {
  added: CalendarDay[];
  removed: CalendarDay[];
  changed: { date: string; before: CalendarDay; after: CalendarDay }[];
  moved: MovedDossier[];
  moved_count: number;
};

export const getCalendar = (year: number) =>
  fetchJson<Calendar>("GET", `/api/v1/calendar?year=${year}`);

/** A table on its way: what it is called in the journal, and why it comes. */
export interface Table {
  text: string;
  file: string;
  reason?: string | undefined;
  /** Of a calendar: the file is the whole of it. */
  replace?: boolean | undefined;
}

export async function sendTable<T>(
  kind: "catalogue" | "calendar",
  act: "preview" | "import",
  { text, file, reason, replace }: Table,
): Promise<T> {
  const query = new URLSearchParams({
    file: file.slice(0, 100),
    ...(reason && { reason }),
    ...(replace && { replace: "true" }),
  });
  let response: Response;
  try {
    response = await fetch(`/api/v1/${kind}/${act}?${query}`, {
      method: "POST",
      headers: { "Content-Type": "text/csv; charset=utf-8", "Idempotency-Key": newKey() },
      credentials: "same-origin",
      body: text,
    });
  } catch {
    throw new Problem(0, {});
  }
  const body = await response.json().catch(() => ({ title: response.statusText }));
  if (!response.ok) throw new Problem(response.status, body);
  return body as T;
}

export interface Backups {
  folder_set: boolean;
  folder: string;
  daily_at: string | null;
  keep: number;
  running: boolean;
  /** How the last attempt since the server's start ended. */
  last: { at: string; ok: boolean; text: string } | null;
  last_success: string | null;
  items: Backup[];
}
export interface Backup {
  name: string;
  at: string;
  bytes: number;
  verified_at: string | null;
  ok: boolean;
  text: string;
}
export interface Verification {
  running: boolean;
  progress: number | null;
  at: string | null;
  ok: boolean | null;
  /** Why the last one has no result; or empty. */
  failure: string;
  events: number;
  dossiers: number;
  problem_count: number;
  problems: { where: string; what: string }[];
}

export const getBackups = () => fetchJson<Backups>("GET", "/api/v1/backups");
export const makeBackup = () => post<unknown>("/api/v1/backups", {});
export const getVerification = () => fetchJson<Verification>("GET", "/api/v1/verification");
export const startVerification = () => post<unknown>("/api/v1/verification", {});

export interface Journal {
  seq: number;
  next_before: number | null;
  items: JournalItem[];
}
export interface JournalItem {
  seq: number;
  at: string;
  recorded_at: string;
  who: string;
  place: string;
  act: string;
  subject: string;
  reason: string;
}

export const getJournal = (query: Record<string, string>) =>
  fetchJson<Journal>("GET", `/api/v1/journal?${new URLSearchParams(query)}`);
