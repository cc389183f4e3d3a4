import { expect, test } from "vitest";

import type { DossierSummary, HistoryItem } from "../../../counter/web/src/api";
import { bodyOfAct, specOf, supplementReason } from "../../../counter/web/src/dossier/act_specs";
import { sentence } from "../../../counter/web/src/dossier/history_sentence";
import { groupOf, grouped, merged } from "../../../counter/web/src/work_list/grouping";

const now = new Date("2023-01-03T09:00:00+07:00");
const dossier = (code: string, part: Partial<DossierSummary> = {}): DossierSummary => ({
  code,
  version: 1,
  state: "in_progress",
  state_text: "",
  procedure: { code: "1", name: "" },
  field: "",
  applicant_name: "",
  channel: "in_person",
  officer: "lan",
  assignee: "",
  received_at: null,
  due_at: "2023-01-20T17:00:00+07:00",
  overdue: false,
  past_appointment: false,
  closed_at: null,
  outcome: null,
  returned_at: null,
  ticket: null,
  ...part,
});
const nobody = () => false;

test("work is grouped by what is due, and late is late whoever has it", () => {
  const group = (part: Partial<DossierSummary>, waits = nobody) =>
    groupOf(dossier("x", part), now, waits);
  expect(group({ due_at: "2023-01-03T08:59:00+07:00", overdue: true })).toBe("late");
  expect(group({ due_at: "2023-01-03T08:59:00+07:00", overdue: true }, () => true)).toBe("late");
  expect(group({ due_at: "2023-01-03T08:59:00+07:00" })).toBe("today"); // the core has not said so
  expect(group({ due_at: "2023-01-03T17:00:00+07:00" })).toBe("today");
  expect(group({ due_at: "2023-01-05T17:00:00+07:00" })).toBe("soon");
  expect(group({ due_at: "2023-01-05T17:00:00+07:00" }, () => true)).toBe("waiting");
  expect(group({})).toBe("later");
  expect(group({ due_at: null })).toBe("later");
  expect(group({ state: "suspended", due_at: null })).toBe("suspended");
  expect(group({ state: "resolved" })).toBe("ready");
});

test("within a group what is due first stands first, and no dossier twice", () => {
  const list = merged(
    [dossier("b", { due_at: "2023-01-02T17:00:00+07:00", overdue: true }), dossier("c")],
    [dossier("a", { due_at: "2023-01-01T17:00:00+07:00", overdue: true }), dossier("c")],
  );
  const late = grouped(list, now, nobody).get("late");
  expect(late?.map((each) => each.code)).toEqual(["a", "b"]);
  expect(list).toHaveLength(3);
});

test("a supplement's reason is a numbered list and why", () => {
  expect(supplementReason(" Tờ khai\n\nGiấy chứng sinh ", "Bản mờ")).toBe(
    "1. Tờ khai\n2. Giấy chứng sinh\nBản mờ",
  );
});

test("an act's form becomes what the core takes", () => {
  const handOver = specOf("hand-over");
  expect(
    handOver && bodyOfAct(handOver, { agency: " Công an ", answer_due: "2023-01-05T17:00" }, 3),
  ).toEqual({ version: 3, agency: "Công an", answer_due: "2023-01-05T17:00:00+07:00" });
  const returning = specOf("return");
  expect(returning && bodyOfAct(returning, { recipient: "Nguyễn An" }, 4)).toEqual({
    version: 4,
    return_channel: "in_person",
    reason: "Người nhận: Nguyễn An",
  });
});

test("the acts' keys are all different", async () => {
  const { actSpecs } = await import("../../../counter/web/src/dossier/act_specs");
  expect(new Set(actSpecs.map((each) => each.key)).size).toBe(actSpecs.length);
});

test("history tells a correction as before and after", () => {
  const item: HistoryItem = {
    seq: 1,
    at: "",
    recorded_at: "",
    act: "correct",
    who: "lan",
    place: "",
    reason: "",
    data: {
      correction: { applicant: { name: "An", phone: "2" }, fee_vnd: 5 },
      said_before: { applicant: { name: "An", phone: "1" }, fee_vnd: 0 },
    },
  };
  expect(sentence(item)).toBe("sửa người nộp từ “1” thành “2”; phí từ “0” thành “5”");
});
