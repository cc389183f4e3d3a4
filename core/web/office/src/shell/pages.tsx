// The pages, and who sees which.

import type { ComponentType } from "preact";

import { wordsOf } from "@motcua/language";
import type { Role } from "@motcua/session";

import { lazy } from "../shared/lazy";
import { TodayPage } from "../today/today_page";

export const pageNames = wordsOf("officePages");

export type PageName = keyof ReturnType<typeof pageNames>;

export interface Page {
  name: PageName;
  roles: readonly Role[];
  Content: ComponentType;
}

const both = ["chairman", "admin"] as const;
const admin = ["admin"] as const;

const Period = lazy(async () => (await import("../period/period_page")).PeriodPage);
const Feedback = lazy(async () => (await import("../feedback/feedback_page")).FeedbackPage);
const Catalogue = lazy(async () => (await import("../catalogue/catalogue_page")).CataloguePage);
const Calendar = lazy(async () => (await import("../calendar/calendar_page")).CalendarPage);
const Users = lazy(async () => (await import("../users/users_page")).UsersPage);
const Devices = lazy(async () => (await import("../devices/devices_page")).DevicesPage);
const Upkeep = lazy(async () => (await import("../upkeep/upkeep_page")).UpkeepPage);
const Journal = lazy(async () => (await import("../upkeep/journal_page")).JournalPage);

const pages: readonly Page[] = [
  { name: "today", roles: both, Content: TodayPage },
  { name: "period", roles: both, Content: Period },
  { name: "feedback", roles: both, Content: Feedback },
  { name: "catalogue", roles: both, Content: Catalogue },
  { name: "calendar", roles: both, Content: Calendar },
  { name: "users", roles: admin, Content: Users },
  { name: "devices", roles: admin, Content: Devices },
  { name: "upkeep", roles: admin, Content: Upkeep },
  { name: "journal", roles: both, Content: Journal },
];

export function pagesOf(role: Role): Page[] {
  return pages.filter((each) => each.roles.includes(role));
}
