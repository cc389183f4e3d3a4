import { beforeEach, expect, test, vi } from "vitest";

import { person } from "@motcua/session";

import { settled, stubBrowser } from "../browser";

stubBrowser();
vi.stubGlobal("fetch", async () => new Response("{}", { status: 401 }));

class ClosedRequest {
  upload = {};
  status = 401;
  response = null;
  onload: () => void = () => {};
  open(): void {}
  setRequestHeader(): void {}
  send(): void {
    this.onload();
  }
}
vi.stubGlobal("XMLHttpRequest", ClosedRequest);

const { putAttachment } = await import("../../../counter/web/src/api");
const { agent } = await import("../../../counter/web/src/local/agent");
const { print } = await import("../../../counter/web/src/local/print");

beforeEach(() => {
  person.value = { login: "lan", name: "", role: "officer" };
});

test("a file that is refused for want of a log-in asks for one", async () => {
  await expect(putAttachment("a", "b.pdf", new Blob(), () => {})).rejects.toMatchObject({
    status: 401,
  });
  expect(person.value).toBeNull();
});

test("so does a paper, by the agent and by the browser", async () => {
  const what = { dossier: "a", kind: "receipt" } as const;
  for (const here of [null, {} as NonNullable<typeof agent.value>]) {
    person.value = { login: "lan", name: "", role: "officer" };
    agent.value = here;
    expect(await print(what)).toBe("failed");
    await settled();
    expect(person.value).toBeNull();
  }
});
