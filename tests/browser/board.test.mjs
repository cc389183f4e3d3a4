// The board shows who is called, and says so when it cannot know.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import {
  accessibilityFaults,
  cutTexts,
  launch,
  openPage,
  picture,
  sizes,
} from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { Room } from "./support/room.mjs";

let room;
let browser;
let lan;
let board;

before(async () => {
  room = new Room();
  await room.startCore();
  await room.startBoard();
  lan = await Person.logIn(room.url, "lan");
  browser = await launch();
  board = await openPage(browser, { size: sizes.board });
  await board.goto(`${room.boardUrl}/board/`);
});

after(async () => {
  await browser?.close();
  await room?.close();
});

const calls = () => board.getByRole("region", { name: "Lượt gọi mới nhất" });

test("a call stands on the board with its counter", async () => {
  await lan.post("/api/v1/tickets", { service: "B" });
  await lan.post("/api/v1/counters/2/call");
  await calls().getByText("B001").waitFor();
  assert.match(await calls().innerText(), /B001[\s\S]*2/);
  await picture(board, "board");
});

test("a board without the core says since when, and catches up when it is back", async () => {
  await room.core.stop("SIGKILL");
  const lost = board.getByText(/Mất kết nối từ \d\d:\d\d/);
  await lost.waitFor();
  await picture(board, "board-lost");
  await room.startCore();
  lan = await Person.logIn(room.url, "lan");
  await lan.post("/api/v1/tickets", { service: "A" });
  await lan.post("/api/v1/counters/1/call");
  await calls().getByText("A001").waitFor();
  await lost.waitFor({ state: "detached" });
});

test("a browser without an agent is enrolled with a one-time code", async () => {
  const page = await openPage(browser, { size: sizes.board });
  await page.goto(`${room.url}/board/`);
  await page.getByLabel("Mã một lần").fill(room.enrolmentCode("board"));
  await page.getByRole("button", { name: "Kết nối" }).click();
  await page.getByText("A001").first().waitFor();
  assert.deepEqual(page.faults, []);
});

test("nothing of the board is cut, and screen readers find their way", async () => {
  assert.deepEqual(await cutTexts(board), []);
  assert.deepEqual(await accessibilityFaults(board), []);
  assert.deepEqual(board.faults, []);
});
