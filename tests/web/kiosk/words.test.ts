import { expect, test } from "vitest";

import { waitText } from "../../../kiosk/web/wait_text";
import { timeNeeded } from "../../../kiosk/web/kiosk/src/procedure_words";

type Limit = Parameters<typeof timeNeeded>[0];
const time = (unit: string, duration: string, cutoff: string | null = null) =>
  timeNeeded({ unit, duration, cutoff } as Limit, "vi");

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
  const limit = { duration: "1", cutoff: null };
  expect(timeNeeded({ ...limit, unit: "working_day" }, "en")).toBe("1 working day");
  expect(timeNeeded({ ...limit, unit: "calendar_day", duration: "15" }, "en")).toBe("15 days");
  expect(waitText("5–10 phút", "en")).toBe("5–10 min");
  expect(waitText("chưa biết", "en")).toBe("not known yet");
  expect(waitText("5–10 phút", "vi")).toBe("5–10 phút");
});
