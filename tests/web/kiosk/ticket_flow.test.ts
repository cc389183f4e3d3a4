import { expect, test } from "vitest";

import { Problem } from "@motcua/api/client";

import type { LocalTicket } from "../../../kiosk/web/kiosk/src/api";
import {
  oldestResumed,
  TicketFlow,
  triesBeforeTelling,
  type Touch,
} from "../../../kiosk/web/kiosk/src/ticket_flow";

const request = { service: "B", priority: null, dossier: null };
const away = new Problem(0, {});
const notPrinted = new Problem(409, {
  type: "urn:motcua:problem:printer",
  detail: "Máy in hết giấy.",
  number: "B007",
  state: "failed",
  can_retry: true,
} as never);

function ticket(touch: string): LocalTicket {
  return {
    ...{ touch, number: "B007", code: "T230103-B007", service: "B", service_name: "Chứng thực" },
    ...{ ahead: 3, expected_wait: "5–10 phút", offline: false },
  };
}

/** A kiosk whose agent answers in turn: a problem, or null for the ticket. */
function kiosk(...answers: (Problem | null)[]) {
  const asked: string[] = [];
  const memory: { touch: Touch | null } = { touch: null };
  let ids = 0;
  const next = async (touch: string) => {
    asked.push(touch);
    const answer = answers.shift();
    if (answer) throw answer;
    return ticket(touch);
  };
  const ports = {
    post: next,
    reprint: next,
    taken: next,
    remember: (touch: Touch | null) => {
      memory.touch = touch;
    },
    remembered: () => memory.touch,
    wait: async () => {},
    newId: () => `touch-${++ids}`,
    now: () => 1_000_000,
  };
  return { flow: new TicketFlow(ports), asked, memory, ports };
}

test("a touch becomes a ticket", async () => {
  const { flow } = kiosk();
  await flow.take(request);
  expect(flow.state.value).toMatchObject({ step: "done", ticket: { number: "B007" } });
});

test("a double touch is one ticket", async () => {
  const { flow, asked } = kiosk();
  await Promise.all([flow.take(request), flow.take(request)]);
  expect(asked).toEqual(["touch-1"]);
});

test("an agent that does not answer is asked again for the same touch", async () => {
  const { flow, asked } = kiosk(away, away);
  await flow.take(request);
  expect(asked).toEqual(["touch-1", "touch-1", "touch-1"]);
  expect(flow.state.value?.step).toBe("done");
});

test("after many tries the citizen is told, and may try again for the same touch", async () => {
  const { flow, asked } = kiosk(...Array.from({ length: triesBeforeTelling }, () => away));
  await flow.take(request);
  expect(flow.state.value?.step).toBe("unreachable");
  await flow.tryAgain();
  expect(flow.state.value?.step).toBe("done");
  expect(new Set(asked)).toEqual(new Set(["touch-1"]));
});

test("a reload in the middle asks for the same ticket again", async () => {
  const before = kiosk();
  before.ports.remember({ id: "touch-7", at: 1_000_000 - 5_000, request });
  expect(before.flow.resume()).toBe(true);
  await Promise.resolve();
  expect(before.asked).toEqual(["touch-7"]);
});

test("a touch of somebody who has left is forgotten", () => {
  const { flow, ports, asked, memory } = kiosk();
  ports.remember({ id: "touch-7", at: 1_000_000 - oldestResumed - 1, request });
  expect(flow.resume()).toBe(false);
  expect(asked).toEqual([]);
  expect(memory.touch).toBeNull();
});

test("what the printer did not print is printed again under the same number", async () => {
  const { flow } = kiosk(notPrinted, notPrinted, null);
  await flow.take(request);
  expect(flow.state.value).toMatchObject({ step: "failed", problem: { number: "B007" } });
  await flow.tryAgain();
  expect(flow.state.value).toMatchObject({ step: "failed", busy: false });
  await flow.tryAgain();
  expect(flow.state.value?.step).toBe("done");
});

test("who noted the number has it without paper", async () => {
  const { flow } = kiosk(notPrinted, null);
  await flow.take(request);
  await flow.haveIt();
  expect(flow.state.value).toMatchObject({ step: "noted", number: "B007" });
});

test("an agent away while printing again leaves the choice open", async () => {
  const { flow } = kiosk(notPrinted, away);
  await flow.take(request);
  await flow.tryAgain();
  expect(flow.state.value).toMatchObject({ step: "failed", text: "Máy in hết giấy.", busy: false });
});

test("a refusal is shown as the office words it, and no reload asks again", async () => {
  const refusal = new Problem(409, { type: "urn:motcua:problem:conflict", detail: "Đã hết số." });
  const { flow, memory } = kiosk(refusal);
  await flow.take(request);
  expect(flow.state.value).toEqual({ step: "refused", text: "Đã hết số." });
  expect(memory.touch).toBeNull();
});

test("a kiosk without a number left says so at once", async () => {
  const none = new Problem(503, { type: "urn:motcua:problem:no-numbers", detail: "Hết số." });
  const { flow, asked } = kiosk(none);
  await flow.take(request);
  expect(asked).toHaveLength(1);
  expect(flow.state.value).toEqual({ step: "refused", text: "Hết số." });
});

test("an answer that comes after the citizen has left is not shown to the next", async () => {
  const { flow } = kiosk();
  const taking = flow.take(request);
  flow.leave();
  await taking;
  expect(flow.state.value).toBeNull();
});
