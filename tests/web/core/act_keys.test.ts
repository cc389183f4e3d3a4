import { expect, test } from "vitest";

import { ActKeys } from "@motcua/api/act_keys";
import { Problem } from "@motcua/api/client";

const away = new Problem(0, {});
const refused = new Problem(409, {});

/** Sends, with an answer of the test, and gives the key. */
async function send(keys: ActKeys, what: unknown, problem?: Problem): Promise<string> {
  let used = "";
  const sending = keys.once(what, async (key) => {
    used = key;
    if (problem) throw problem;
  });
  await sending.catch((error: unknown) => expect(error).toBe(problem));
  return used;
}

test("what nobody answered is sent again by its key; what was answered is another act", async () => {
  const keys = new ActKeys();
  const first = await send(keys, { rating: 5 }, away);
  expect(await send(keys, { rating: 5 })).toBe(first);
  expect(await send(keys, { rating: 5 })).not.toBe(first);
});

test("another body has another key, and what was refused is no more the same act", async () => {
  const keys = new ActKeys();
  const first = await send(keys, { rating: 5 }, away);
  const other = await send(keys, { rating: 2 }, refused);
  expect(other).not.toBe(first);
  expect(await send(keys, { rating: 2 })).not.toBe(other);
});

test("an act in between makes the same again another one, unless more are to be kept", async () => {
  const one = new ActKeys();
  const before = await send(one, "call", away);
  await send(one, "recall");
  expect(await send(one, "call")).not.toBe(before);
  const many = new ActKeys(2);
  const kept = await send(many, "a", away);
  await send(many, "b", away);
  expect(await send(many, "a")).toBe(kept);
});

test("what was learnt in another way is sent anew", async () => {
  const keys = new ActKeys();
  const before = await send(keys, "call", away);
  keys.forget();
  expect(await send(keys, "call")).not.toBe(before);
});
