import { expect, test } from "vitest";

import type { DossierSummary, HistoryItem } from "../../../counter/web/src/api";
import { actSpecs, bodyOfAct } from "../../../counter/web/src/dossier/act_specs";
import { noDueText } from "../../../counter/web/src/dossier/due_text";
import { sentence } from "../../../counter/web/src/dossier/history_sentence";
import { grouped, merged } from "../../../counter/web/src/work_list/grouping";
import { inEnglish } from "../language";

const dossier = (code: string, part: Partial<DossierSummary> = {}): DossierSummary => ({
  code,
  version: 1,
  state: "in_progress",
  state_text: "",
  work_group: "later",
  procedure: { code: "1", name: "" },
  field: "",
  applicant_name: "",
  channel: "in_person",
  officer: "lan",
  assignee: "",
  received_at: null,
  due_at: "2023-01-20T17:00:00+07:00",
  due_unsure: false,
  due_unsure_years: [],
  due_unsure_text: null,
  due_today: false,
  overdue: false,
  days_overdue: null,
  past_appointment: false,
  closed_at: null,
  outcome: null,
  returned_at: null,
  ticket: null,
  ...part,
});

test("work stands in the groups that the core says, the most urgent first", () => {
  const list = grouped([
    dossier("a", { work_group: "ready" }),
    dossier("b", { work_group: "overdue" }),
    dossier("c", { work_group: "waiting", due_at: null }),
  ]);
  const filled = [...list].filter(([, items]) => items.length > 0);
  expect(filled.map(([group, items]) => [group, items[0]?.code])).toEqual([
    ["overdue", "b"],
    ["waiting", "c"],
    ["ready", "a"],
  ]);
});

test("within a group dossiers stand as the core sorted them, each once", () => {
  const list = merged(
    [dossier("c"), dossier("a"), dossier("b")],
    [dossier("d", { work_group: "ready" }), dossier("a")],
  );
  expect(list).toHaveLength(4);
  expect(
    grouped(list)
      .get("later")
      ?.map((each) => each.code),
  ).toEqual(["c", "a", "b"]);
});

test("without a due date the work list says why", () => {
  const text = (part: Partial<DossierSummary>) =>
    noDueText(dossier("x", { received_at: "2023-01-03T09:00:00+07:00", due_at: null, ...part }));
  expect(text({})).toBe("không quy định");
  expect(text({ state: "suspended" })).toBe("tạm dừng");
  expect(text({ state: "submitted", received_at: null })).toBe("–");
});

const specOf = (act: string) => actSpecs.find((each) => each.act === act);

test("an act's form becomes what the core takes", () => {
  const asking = specOf("request-supplement");
  expect(
    asking && bodyOfAct(asking, { items: " Tờ khai\n\nGiấy chứng sinh ", reason: "Bản mờ" }, 2),
  ).toEqual({ version: 2, items: ["Tờ khai", "Giấy chứng sinh"], reason: "Bản mờ" });
  const handOver = specOf("hand-over");
  expect(
    handOver && bodyOfAct(handOver, { agency: " Công an ", answer_due: "2023-01-05T17:00" }, 3),
  ).toEqual({ version: 3, agency: "Công an", answer_due: "2023-01-05T17:00:00+07:00" });
  const returning = specOf("return");
  expect(
    returning && bodyOfAct(returning, { recipient: "Nguyễn An", return_channel: "postal" }, 4),
  ).toEqual({ version: 4, return_channel: "postal", reason: "Người nhận: Nguyễn An" });
  // It stands in the journal: in the office's language, whoever writes it.
  inEnglish(() => {
    expect(returning && bodyOfAct(returning, { recipient: "An" }, 4).reason).toBe("Người nhận: An");
  });
});

test("the acts' keys are all different", () => {
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
      correction: { applicant: { name: "An", phone: "2" }, fee_vnd: 8000, channel: "postal" },
      said_before: { applicant: { name: "An", phone: "1" }, fee_vnd: 0, channel: "in_person" },
    },
  };
  expect(sentence(item)).toBe(
    "sửa người nộp từ “1” thành “2”; phí từ “0 đ” thành “8.000 đ”; " +
      "cách nộp từ “trực tiếp” thành “bưu chính”",
  );
});
