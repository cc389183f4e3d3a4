import { beforeEach, expect, test, vi } from "vitest";

import { stubBrowser } from "../browser";

stubBrowser();
const asked: RequestInit[] = [];
let next: () => Response;
vi.stubGlobal("fetch", async (_: unknown, init: RequestInit = {}) => {
  asked.push(init);
  return next();
});
class LocalRequest extends Request {
  constructor(path: string, init?: RequestInit) {
    super(new URL(path, "http://desk/"), init);
  }
}
vi.stubGlobal("Request", LocalRequest);

const { api, answer } = await import("@motcua/api/client");
const { fetchJson } = await import("@motcua/api/wire");

/** The connection drops within the body. */
function broken(): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"items": ['));
      controller.error(new TypeError("network error"));
    },
  });
  return new Response(body, { status: 200 });
}

const asks = {
  "an agent": () => fetchJson("GET", "/local/state"),
  "the core": () => answer(api.GET("/api/v1/today")),
};

beforeEach(() => {
  asked.length = 0;
});

test.each(Object.entries(asks))("an answer of %s that breaks off is none", async (_, ask) => {
  next = broken;
  await expect(ask()).rejects.toMatchObject({ status: 0, mayTryAgain: true });
});

test.each(Object.entries(asks))("half a JSON text of %s is no answer", async (_, ask) => {
  next = () => new Response('{"a": 1', { status: 200 });
  await expect(ask()).rejects.toMatchObject({ status: 0, mayTryAgain: true });
});

test.each(Object.entries(asks))("%s answers, refuses, or has nothing to say", async (_, ask) => {
  next = () => new Response('{"a": 1}', { status: 200 });
  expect(await ask()).toEqual({ a: 1 });
  next = () => new Response(null, { status: 204 });
  expect(await ask()).toBeUndefined();
  next = () => new Response('{"detail": "Không có."}', { status: 404 });
  await expect(ask()).rejects.toMatchObject({ status: 404, message: "Không có." });
  next = () => new Response("<html>", { status: 502, statusText: "Bad Gateway" });
  await expect(ask()).rejects.toMatchObject({ status: 502, message: "Bad Gateway" });
});

test("what is sent as the page goes outlives it, unless it is too long for that", async () => {
  next = () => new Response("{}", { status: 200 });
  const put = (text: string) =>
    fetchJson("PUT", "/local/drafts/a", { body: { text }, keepalive: true });
  await put("Nguyễn");
  await put("ễ".repeat(30_000));
  await fetchJson("PUT", "/local/drafts/a", { body: {} });
  expect(asked.map((each) => each.keepalive)).toEqual([true, false, false]);
});
