import { beforeEach, expect, test, vi } from "vitest";

import { Problem } from "@motcua/api/client";

let problem: Problem | undefined;
vi.mock("@motcua/api/client", async (load) => ({
  ...(await load<typeof import("@motcua/api/client")>()),
  api: {
    DELETE: async () => {
      if (problem) throw problem;
    },
  },
}));

const { logOut, person, whenPersonLeaves } = await import("@motcua/session");
const { leave } = await import("@motcua/leave");
const { mistakeText } = await import("@motcua/problem_text");

const lan = { login: "lan", name: "Lan", role: "officer" } as const;

beforeEach(() => {
  problem = undefined;
  person.value = lan;
});

test("who cannot tell the core is still logged in, and is told why", async () => {
  problem = new Problem(0, {});
  await expect(logOut()).rejects.toBe(problem);
  expect(person.value).toEqual(lan);
  await leave(); // says it
  expect(person.value).toEqual(lan);
});

test("a log-in that was over already is over", async () => {
  problem = new Problem(401, {});
  await logOut();
  expect(person.value).toBeNull();
});

test("what one person saw is forgotten when nobody or somebody else is there", () => {
  const left: string[] = [];
  const end = whenPersonLeaves((login) => left.push(login));
  person.value = { ...lan, name: "Lan Anh" };
  expect(left).toEqual([]);
  person.value = { ...lan, login: "hoa" };
  person.value = null;
  expect(left).toEqual(["lan", "hoa"]);
  end();
});

test("no message is empty", () => {
  const unreachable = "Không liên lạc được với máy chủ. Hãy kiểm tra mạng rồi thử lại.";
  expect(mistakeText(new Problem(0, {}))).toBe(unreachable);
  expect(mistakeText(new Problem(500, {}))).toContain("500");
  expect(mistakeText(new TypeError())).toBe("TypeError");
});
