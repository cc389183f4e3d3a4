// The pages, and who sees which.

import type { ComponentType } from "preact";

import { may, type Operation } from "@motcua/access";
import { wordsOf } from "@motcua/language";
import type { Role } from "@motcua/session";

import { lazy } from "../shared/lazy";
import { TodayPage } from "../today/today_page";

export const pageNames = wordsOf("officePages");

export type PageName = keyof ReturnType<typeof pageNames>;

export interface Page {
  name: PageName;
  /** What it begins with: who may not ask it has no such page. */
  asks: Operation;
  Content: ComponentType;
}

const Period = lazy(async () => (await import("../period/period_page")).PeriodPage);
const Feedback = lazy(async () => (await import("../feedback/feedback_page")).FeedbackPage);
const Catalogue = lazy(async () => (await import("../catalogue/catalogue_page")).CataloguePage);
const Calendar = lazy(async () => (await import("../calendar/calendar_page")).CalendarPage);
const Users = lazy(async () => (await import("../users/users_page")).UsersPage);
const Devices = lazy(async () => (await import("../devices/devices_page")).DevicesPage);
const Upkeep = lazy(async () => (await import("../upkeep/upkeep_page")).UpkeepPage);
const Journal = lazy(async () => (await import("../upkeep/journal_page")).JournalPage);

const pages: readonly Page[] = [
  { name: "today", asks: "getToday", Content: TodayPage },
  { name: "period", asks: "periodReport", Content: Period },
  { name: "feedback", asks: "listFeedback", Content: Feedback },
  { name: "catalogue", asks: "listCatalogue", Content: Catalogue },
  { name: "calendar", asks: "getCalendar", Content: Calendar },
  { name: "users", asks: "listUsers", Content: Users },
  { name: "devices", asks: "listDevices", Content: Devices },
  { name: "upkeep", asks: "listBackups", Content: Upkeep },
  { name: "journal", asks: "listJournal", Content: Journal },
];

/** The office's books are for who may read its reports; whoever works at a counter has a page there. */
export const isForOffice = (role: Role): boolean => may(role, "periodReport");

export function pagesOf(role: Role): Page[] {
  return pages.filter((each) => may(role, each.asks));
}
