import { expect, test } from "vitest";

import { askedFor, idleAfter, quietBeforeAsking } from "../../../kiosk/web/kiosk/src/idle";

const elsewhere = { isStart: false };

test("who touches now and then is left in peace", () => {
  expect(idleAfter(quietBeforeAsking - 1, elsewhere)).toEqual({ step: "none" });
});

test("after a minute the screen asks and counts down", () => {
  expect(idleAfter(quietBeforeAsking, elsewhere)).toEqual({ step: "ask", secondsLeft: 15 });
  expect(idleAfter(quietBeforeAsking + 14_500, elsewhere)).toEqual({ step: "ask", secondsLeft: 1 });
});

test("without an answer it returns to the start", () => {
  expect(idleAfter(quietBeforeAsking + askedFor, elsewhere)).toEqual({ step: "leave" });
});

test("at the start nobody is asked, only the look is set back", () => {
  expect(idleAfter(quietBeforeAsking, { isStart: true })).toEqual({ step: "leave" });
});
