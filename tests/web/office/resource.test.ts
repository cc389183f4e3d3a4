import { afterAll, beforeEach, expect, test, vi } from "vitest";

import { Problem } from "@motcua/api/client";
import { today } from "@motcua/clock";
import { person } from "@motcua/session";

import { resource } from "../../../core/web/office/src/shared/resource";
import { Answers, settled } from "../browser";

vi.useFakeTimers();
afterAll(() => vi.useRealTimers());

let health: () => Promise<{ now: string }>;
vi.mock("../../../core/web/office/src/api", () => ({
  getHealth: () => health(),
  getDossiers: async () => ({ items: [], next_skip: null }),
}));
vi.mock("@motcua/api/client", async (load) => ({
  ...(await load<typeof import("@motcua/api/client")>()),
  api: { GET: async () => ({ data: { office: "UBND phường" } }) },
}));

const chairman = { login: "chu-tich", name: "", role: "chairman" } as const;

beforeEach(() => {
  person.value = chairman;
});

test("what one person loaded is gone for the next, also what is still on its way", async () => {
  const answers = new Answers<string>();
  const figures = resource<string>();
  void figures.load(answers.next);
  await answers.give(0, "Hoa");
  expect(figures.value.value).toBe("Hoa");
  void figures.load(answers.next);
  person.value = null;
  expect(figures.value.value).toBeUndefined();
  await answers.give(1, "Hoa");
  expect(figures.value.value).toBeUndefined();
  person.value = { ...chairman, login: "admin" };
  figures.end();
});

test("a list of dossiers does not stay open for who logs in next", async () => {
  const list = await import("../../../core/web/office/src/dossiers/dossier_list");
  list.openDossiers("Quá hạn", [list.withStatus("Quá hạn", "overdue")]);
  list.openedCode.value = "000.00.18.H55-230103-0001";
  await settled();
  person.value = null;
  expect([list.opened.value, list.openedCode.value]).toEqual([null, null]);
  expect(list.shown.value.value).toBeUndefined();
});

test("the office's day is asked for until it is known, and why it is not is said", async () => {
  const office = await import("../../../core/web/office/src/shell/office");
  health = () => Promise.reject(new Problem(0, {}));
  const end = office.followOffice();
  await vi.advanceTimersByTimeAsync(10_000);
  expect([today.value, office.officeProblem.value?.status]).toEqual([undefined, 0]);
  health = async () => ({ now: "2023-01-03T08:00:00+07:00" });
  await vi.advanceTimersByTimeAsync(10_000);
  expect([today.value, office.officeName.value]).toEqual(["2023-01-03", "UBND phường"]);
  expect(office.officeProblem.value).toBeNull();
  end();
});
