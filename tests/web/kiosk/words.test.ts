import { expect, test } from "vitest";

import type { PublicDossier } from "../../../kiosk/web/kiosk/src/api";
import { timeNeeded } from "../../../kiosk/web/kiosk/src/procedure_words";
import { tell } from "../../../kiosk/web/kiosk/src/screens/dossier_words";
import { waitText } from "../../../kiosk/web/kiosk/src/wait";
import { inEnglish } from "../language";

type Limit = Parameters<typeof timeNeeded>[0];
const time = (unit: string, duration: string, cutoff: string | null = null) =>
  timeNeeded({ unit, duration, cutoff } as Limit);

test("the time needed is said as the law counts it", () => {
  expect(time("working_day", "3")).toBe("3 ngày làm việc");
  expect(time("working_day", "2.5")).toBe("2,5 ngày làm việc");
  expect(time("working_hour", "4")).toBe("4 giờ làm việc");
  expect(time("calendar_day", "15")).toBe("15 ngày");
  expect(time("none", "0")).toBe("Pháp luật không quy định thời hạn");
});

test("no days at all means the same day, for those who come in time", () => {
  expect(time("working_day", "0")).toBe("Trong ngày làm việc");
  expect(time("working_day", "0", "15:00")).toBe(
    "Trong ngày làm việc; nộp sau 15:00 thì ngày làm việc sau",
  );
});

test("in English as well", () => {
  inEnglish(() => {
    expect(time("working_day", "1")).toBe("1 working day");
    expect(time("calendar_day", "15")).toBe("15 days");
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
