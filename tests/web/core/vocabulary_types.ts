// The compiler finds a vocabulary of core/words that has not the names of the API's description,
// which the core tells of its own tables.

import type { Schemas } from "@motcua/api/client";
import type * as vocabulary from "@motcua/vocabulary";

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

export const same: [
  Same<vocabulary.Channel, Schemas["Channel"]>,
  Same<vocabulary.DayKind, Schemas["CalendarDay"]["kind"]>,
  Same<vocabulary.Decision, Schemas["Decision"]>,
  Same<vocabulary.DeviceKind, Schemas["DeviceKind"]>,
  Same<vocabulary.DevicePart, Schemas["DevicePart"]["part"]>,
  Same<vocabulary.DossierState, Schemas["DossierState"]>,
  Same<vocabulary.Grouping, Schemas["GroupBy"]>,
  Same<vocabulary.Level, Schemas["OnlineLevel"]>,
  Same<vocabulary.Outcome, Schemas["Outcome"]>,
  Same<vocabulary.Priority, Schemas["PriorityKind"]>,
  Same<vocabulary.Role, Schemas["Role"]>,
  Same<vocabulary.Sector, Schemas["ProcedureVersion"]["sector"]>,
  Same<vocabulary.TicketState, Schemas["TicketState"]>,
  Same<vocabulary.Unit, Schemas["DeadlineUnit"]>,
  // The journal's acts on dossiers are those that a history tells, but for the register's own.
  Same<vocabulary.Act | "register-entry", Schemas["HistoryItem"]["act"]>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];
