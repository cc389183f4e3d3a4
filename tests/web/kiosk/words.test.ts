import { expect, test } from "vitest";

import type { PublicDossier } from "../../../kiosk/web/kiosk/src/api";
import { timeNeeded } from "../../../kiosk/web/kiosk/src/procedure_words";
import { tell } from "../../../kiosk/web/kiosk/src/screens/dossier_words";
import { waitText } from "../../../kiosk/web/kiosk/src/wait";
import { inEnglish } from "../language";

type Limit = Parameters<typeof timeNeeded>[0];
const time = (duration_text: string, counting_cutoff: string | null = null) =>
  timeNeeded({ duration_text, counting_cutoff } satisfies Limit);

test("the time needed is what the core says, as a line's beginning", () => {
  expect(time("2,5 ngày làm việc")).toBe("2,5 ngày làm việc");
  expect(time("trong ngày làm việc")).toBe("Trong ngày làm việc");
});

test("where a cutoff counts the core sends it: for those who come in time", () => {
  expect(time("trong ngày làm việc", "15:00")).toBe(
    "Trong ngày làm việc; nộp sau 15:00 thì ngày làm việc sau",
  );
});

test("in English as well", () => {
  inEnglish(() => {
    expect(time("the same working day", "15:00")).toBe(
      "The same working day; handed in after 15:00: the next one",
    );
  });
});

test("a wait is said by its minutes, whatever language the core's text is in", () => {
  const wait = (low: number, high: number) => ({ expected_wait_minutes: { low, high } });
  expect(waitText(wait(5, 10))).toBe("5–10 phút");
  expect(waitText(wait(1, 1))).toBe("1 phút");
  expect(inEnglish(() => waitText(wait(5, 10)))).toBe("5–10 min");
});

test("a wait that nobody knows has no text", () => {
  expect(waitText({})).toBeUndefined();
  expect(waitText({ expected_wait_minutes: null })).toBeUndefined();
});

test("the citizen is told to ask when the core says that the appointment is past", () => {
  const dossier = {
    state: "in_progress",
    ready: false,
    due_at: "2023-01-03T17:00:00+07:00",
    appointment: "2023-01-05T17:00:00+07:00",
    overdue: true,
    past_appointment: false,
  } as PublicDossier;
  expect(tell(dossier).next).toBe("Mời đến nhận kết quả: 17:00 05/01/2023");
  expect(tell({ ...dossier, past_appointment: true }).look).toBe("bad");
});

test("the citizen is told which days off an unsure appointment lacks, and to ask", () => {
  const dossier = {
    state: "in_progress",
    ready: false,
    appointment: "2027-01-04T17:00:00+07:00",
    past_appointment: false,
    appointment_unsure: true,
    due_unsure_years: [2027],
  } as PublicDossier;
  const { next } = tell(dossier);
  expect(next).toContain("17:00 04/01/2027");
  expect(next).toContain("2027: xin hỏi lại trước khi đến");
  expect(tell({ ...dossier, appointment_unsure: false }).next).not.toContain("chưa chắc");
});
