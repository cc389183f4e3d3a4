// What the pages of the office ask the core for: its API with the names that the pages use.

import { answer, api, newKey, type Schemas } from "@motcua/api/client";
import type { ReportForm } from "@motcua/vocabulary";

import type { Period } from "./period/periods";
import { tableType } from "./shared/csv_file";

export type { Schemas };
export type GroupBy = Schemas["GroupBy"];
export type DossierSummary = Schemas["DossierSummary"];
export type Today = Schemas["Today"];
export type ServiceToday = Schemas["ServiceToday"];
export type CounterToday = Schemas["CounterToday"];
export type OfficerToday = Schemas["OfficerToday"];
export type Health = Schemas["Health"] & { version?: string };
export type User = Schemas["User"];
export type Device = Schemas["Device"];
export type DevicePart = Schemas["DevicePart"];
export type Version = Schemas["ProcedureVersion"];
export type CatalogueVersion = Schemas["Catalogue"]["items"][number];
export type CatalogueChange = Schemas["CatalogueChange"];
export type VersionBrief = Schemas["VersionBrief"];
export type Calendar = Schemas["Calendar"];
export type CalendarDay = Schemas["CalendarDay"];
export type CalendarChange = Schemas["CalendarChange"];
export type CalendarProposal = Schemas["CalendarProposal"];
export type DaysOffChoice = Partial<Pick<CalendarProposal, "new_year_eve" | "national_day_side">>;
export type TableOutcome = Schemas["TableOutcome"];
export type Backups = Schemas["Backups"];
export type Backup = Schemas["Backup"];
export type Verification = Schemas["Verification"];
export type RegisterImport = Schemas["RegisterImport"];
export type JournalItem = Schemas["Journal"]["items"][number];

/** One act of a person; sent again it stays one. */
const once = () => ({ headers: { "Idempotency-Key": newKey() } });

export const getToday = () => answer(api.GET("/api/v1/today"));
export const getHealth = () => answer(api.GET("/healthz")) as Promise<Health>;
export const getReport = (period: Period, by?: GroupBy) =>
  answer(
    api.GET("/api/v1/reports/period", { params: { query: { ...period, ...(by && { by }) } } }),
  );
export const getCchc = (period: Period) =>
  answer(api.GET("/api/v1/reports/cchc", { params: { query: { ...period } } }));
export const get06a = (period: Period) =>
  answer(api.GET("/api/v1/reports/06a", { params: { query: { ...period } } }));

/** Address of a report as a file. */
export function reportFile(
  form: ReportForm,
  kind: "xlsx" | "csv" | "pdf",
  { from, to }: Period,
  by?: GroupBy,
): string {
  const query = new URLSearchParams({
    from,
    to,
    ...(by && { by }),
    ...(kind === "csv" && { excel: "1" }),
  });
  return `/api/v1/reports/${form}.${kind}?${query}`;
}

/** What of a long list is asked for: so many, behind the page that gave the cursor. */
export interface PageQuestion {
  limit: number;
  sort?: string;
  cursor?: string;
}

export interface DossierPage {
  items: DossierSummary[];
  sort: string;
  next_cursor: string | null;
  /** Of the whole list; null where the core did not count to its end. */
  count: number | null;
  count_at_least?: number;
}

export const getCounted = (
  query: Period & { figure: string; by?: GroupBy; key?: string } & PageQuestion,
): Promise<DossierPage> =>
  answer(api.GET("/api/v1/reports/dossiers", { params: { query } })) as Promise<DossierPage>;

export const getDossiers = (status: string, page: PageQuestion): Promise<DossierPage> =>
  answer(api.GET("/api/v1/dossiers", { params: { query: { status, ...page } } }));

const ofDossier = (code: string) => ({ params: { path: { code } } });
export const getDossier = (code: string) =>
  answer(api.GET("/api/v1/dossiers/{code}", ofDossier(code)));
export const getHistory = (code: string) =>
  answer(api.GET("/api/v1/dossiers/{code}/history", ofDossier(code)));
export const getDeadline = (code: string) =>
  answer(api.GET("/api/v1/dossiers/{code}/deadline", ofDossier(code)));

export const getFeedback = (query: { limit: number; cursor?: string }) =>
  answer(api.GET("/api/v1/feedback", { params: { query } }));

const ofUser = (login: string) => ({ params: { path: { login } }, ...once() });

export const getUsers = () => answer(api.GET("/api/v1/users"));
export const addUser = (body: Schemas["NewUser"]) =>
  answer(api.POST("/api/v1/users", { body, ...once() }));
export const changeUser = (login: string, body: Schemas["UserChange"]) =>
  answer(api.PATCH("/api/v1/users/{login}", { ...ofUser(login), body }));
export const disableUser = (login: string) =>
  answer(api.POST("/api/v1/users/{login}/disable", ofUser(login)));
export const enableUser = (login: string) =>
  answer(api.POST("/api/v1/users/{login}/enable", ofUser(login)));
export const resetPassword = (login: string, password: string) =>
  answer(api.POST("/api/v1/users/{login}/password", { ...ofUser(login), body: { password } }));

export const getDevices = () => answer(api.GET("/api/v1/devices"));
export const enrolDevice = (body: Schemas["NewDevice"]) =>
  answer(api.POST("/api/v1/devices", { body, ...once() }));
export const revokeDevice = (id: string) =>
  answer(api.POST("/api/v1/devices/{id}/revoke", { params: { path: { id } }, ...once() }));

export const getCatalogue = (q: string, skip: number, limit: number) =>
  answer(api.GET("/api/v1/catalogue", { params: { query: { ...(q && { q }), skip, limit } } }));
export const getProcedure = (code: string) =>
  answer(api.GET("/api/v1/procedures/{code}", ofDossier(code)));
export const getCalendar = (year: number) =>
  answer(api.GET("/api/v1/calendar", { params: { query: { year } } }));

/** A table on its way: what it is called in the journal, and why it comes. */
export interface Table {
  bytes: Uint8Array<ArrayBuffer>;
  file: string;
  reason?: string | undefined;
  /** Of a calendar: the file is the whole of it. */
  replace?: boolean | undefined;
  /** Of a register: the likely readings of damaged fields are taken. */
  repair?: boolean | undefined;
  /** Of a register: names that only look damaged are taken as they stand. */
  as_written?: boolean | undefined;
}

const longestName = 100; // the core takes 200 bytes

const asTable = ({ bytes, file, reason, replace, repair, as_written }: Table) => ({
  body: "", // as it is described; what is sent are the bytes
  bodySerializer: () => bytes,
  headers: { "Content-Type": tableType(bytes), "Idempotency-Key": newKey() },
  params: {
    query: {
      file: file.slice(0, longestName),
      ...(reason && { reason }),
      ...(replace && { replace }),
      ...(repair && { repair }),
      ...(as_written && { as_written }),
    },
  },
});

export const previewCatalogue = (table: Table) =>
  answer(api.POST("/api/v1/catalogue/preview", asTable(table)));
export const importCatalogue = (table: Table) =>
  answer(api.POST("/api/v1/catalogue/import", asTable(table)));
export const proposeCalendar = (year: number, choice: DaysOffChoice) =>
  answer(api.GET("/api/v1/calendar/proposal", { params: { query: { year, ...choice } } }));
export const previewCalendar = (table: Table) =>
  answer(api.POST("/api/v1/calendar/preview", asTable(table)));
export const importCalendar = (table: Table) =>
  answer(api.POST("/api/v1/calendar/import", asTable(table)));

export const getRegister = () => answer(api.GET("/api/v1/register/preview"));
export const previewRegister = (table: Table) =>
  answer(api.POST("/api/v1/register/preview", asTable(table)));
export const importRegister = (id: string, reason: string) =>
  answer(
    api.POST("/api/v1/register/import", { body: { id, ...(reason && { reason }) }, ...once() }),
  );
export const cancelRegister = (id: string) =>
  answer(api.POST("/api/v1/register/cancel", { body: { id }, ...once() }));

/** Address of the rows that are refused, for a spreadsheet. */
export const refusedRowsFile = "/api/v1/register/refused.csv?excel=1";

export const getBackups = () => answer(api.GET("/api/v1/backups"));
export const makeBackup = () => answer(api.POST("/api/v1/backups", once()));
export const getVerification = () => answer(api.GET("/api/v1/verification"));
export const startVerification = () => answer(api.POST("/api/v1/verification", once()));

export const getJournal = (query: PageQuestion & { who?: string; act?: string }) =>
  answer(api.GET("/api/v1/journal", { params: { query } }));
