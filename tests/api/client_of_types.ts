// Compiles only as long as the description gives a client all that it needs. `types.mjs` puts the
// generated api.ts beside it.

import type { components, operations } from "./api.js";

type Schemas = components["schemas"];
type Reply<id extends keyof operations, status extends number> = operations[id] extends {
  responses: { [key in status]: { content: { "application/json": infer body } } };
}
  ? body
  : never;

export function dueText(dossier: Schemas["Dossier"]): string {
  const due: string | null = dossier.due_at;
  const outcome: "early" | "on_time" | "late" | null = dossier.outcome;
  return due ?? outcome ?? dossier.applicant.name.toLowerCase();
}

export function nextAct({ code, version }: Reply<"receiveDossier", 201>): Schemas["DossierAct"] {
  return { version: version + 0, reason: code.trim(), return_channel: "postal" };
}

export function spoken(event: Schemas["Event"]): string {
  switch (event.topic) {
    case "queue":
      return `${event.data.number} ${event.data.counter?.toFixed() ?? ""}`;
    case "dossiers":
      return event.data.act;
    case "office":
      return event.data.subject;
    case "system":
      return event.type;
  }
}

export function late(report: Reply<"periodReport", 200>): number {
  return report.groups.reduce((sum, each) => sum + each.resolved.late, report.total.resolved.late);
}

export function place(ticket: Reply<"takeTicket", 201>): string {
  const seconds: number | null = ticket.expected_wait_s;
  return `${ticket.number} ${ticket.ahead.toFixed()} ${seconds?.toFixed() ?? ticket.expected_wait}`;
}

export const intake: Schemas["Intake"] = {
  procedure: "1.001193",
  applicant: { name: "Nguyễn Văn An" },
  documents: ["Tờ khai", { name: "Giấy chứng sinh", copies: 2 }],
};

export function badMembers(problem: Schemas["Problem"]): string[] {
  return problem.errors.map((each) => each.field);
}

// @ts-expect-error: a state that there is none of
export const state: Schemas["DossierState"] = "lost";

// @ts-expect-error: a change needs the version it is based on
export const act: Schemas["DossierAct"] = { reason: "vì sao" };
