// A citizen takes a number at the kiosk: twice touched, without paper, without the core.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";

import { launch, openPage, picture, sizes } from "./support/browser.mjs";
import { Person, until } from "./support/person.mjs";
import { Room } from "./support/room.mjs";

let room;
let browser;
let kiosk;
let lan;

before(async () => {
  room = new Room();
  await room.startCore();
  await room.startPrinter();
  await room.startKiosk();
  lan = await Person.logIn(room.url, "lan");
  browser = await launch();
  kiosk = await openPage(browser, { size: sizes.kiosk, hasTouch: true });
  await kiosk.goto(`${room.kioskUrl}/kiosk/`);
});

after(async () => {
  await browser?.close();
  await room?.close();
});

const service = (name) => kiosk.getByRole("button", { name: new RegExp(name) }).first();
const take = () => kiosk.getByRole("button", { name: /^Lấy số/ });
const printed = () => readdirSync(room.papers).length;
const waiting = async () => (await lan.get("/api/v1/queue")).tickets.map((each) => each.number);
const shows = (number) => kiosk.getByText(number, { exact: true }).waitFor();
const start = async () => {
  await kiosk.getByRole("button", { name: "Xong" }).tap();
  await service("Hộ tịch").waitFor();
};

test("two touches make a ticket on paper", async () => {
  await service("Chứng thực").tap();
  await take().tap();
  await shows("B001");
  await picture(kiosk, "kiosk-ticket");
  await until("the picture of the ticket", () => printed() === 1);
  assert.deepEqual(await waiting(), ["B001"]);
  await start();
});

test("a double touch is one ticket", async () => {
  await service("Hộ tịch").tap();
  await take().dblclick();
  await shows("A001");
  await start();
  assert.deepEqual(
    (await waiting()).filter((each) => each.startsWith("A")),
    ["A001"],
  );
});

test("a page reloaded while its ticket is made shows that ticket, not another", async () => {
  await service("Hộ tịch").tap();
  await take().tap({ noWaitAfter: true });
  await kiosk.reload();
  await shows("A002");
  await start();
  assert.deepEqual(
    (await waiting()).filter((each) => each.startsWith("A")),
    ["A001", "A002"],
  );
});

test("a screen that has loaded gives its heading the focus, as every other does", async () => {
  await kiosk
    .getByRole("button", { name: /Tra cứu hồ sơ/ })
    .first()
    .tap();
  const focused = () => kiosk.evaluate(() => document.activeElement?.tagName ?? "");
  await kiosk.getByRole("button", { name: "X", exact: true }).tap();
  await kiosk.getByRole("button", { name: "Xem hồ sơ", exact: true }).tap();
  await kiosk.getByRole("heading", { name: "Không tìm thấy" }).waitFor();
  await until("the focus", async () => (await focused()) === "H1");
  await kiosk.getByRole("button", { name: "Về đầu" }).first().tap();
  await service("Hộ tịch").waitFor();
});

test("without the core numbers go on, marked, and are all there in order when it is back", async () => {
  await room.core.stop("SIGKILL");
  await kiosk
    .getByText(/Mất kết nối/)
    .first()
    .waitFor();
  await picture(kiosk, "kiosk-offline");
  for (const each of ["Chứng thực", "Hộ tịch", "Chứng thực"]) {
    await service(each).tap();
    await take().tap();
    await kiosk.getByText("Phiếu cấp khi mất kết nối").waitFor();
    await start();
    const second = Math.floor(Date.now() / 1000); // arrivals are told by the second
    await until("the next second", () => Math.floor(Date.now() / 1000) > second);
  }
  await room.startCore();
  lan = await Person.logIn(room.url, "lan");
  await until("the settlement", async () => (await waiting()).length === 6);
  const { tickets } = await lan.get("/api/v1/queue");
  tickets.sort((a, b) => Date.parse(a.arrived_at) - Date.parse(b.arrived_at));
  const late = tickets.slice(3).map((each) => each.number[0]);
  assert.deepEqual(late, ["B", "A", "B"]);
  assert.equal(new Set(tickets.map((each) => each.number)).size, 6);
  await kiosk
    .getByText(/Mất kết nối/)
    .first()
    .waitFor({ state: "detached" });
});

test("a killed kiosk gives no number twice", async () => {
  await room.kiosk.stop("SIGKILL");
  await room.startKiosk({ again: true });
  await kiosk.goto(`${room.kioskUrl}/kiosk/`);
  await service("Chứng thực").tap();
  await take().tap();
  await kiosk.getByText("Mời lấy phiếu").waitFor();
  await start();
  const numbers = await waiting();
  assert.equal(new Set(numbers).size, numbers.length);
  assert.equal(numbers.length, 7);
});

test("English is complete and goes back to Vietnamese for the next person", async () => {
  await kiosk.getByRole("button", { name: "English" }).tap();
  await kiosk.getByText("Touch", { exact: false }).first().waitFor();
  await picture(kiosk, "kiosk-english");
  await kiosk.getByRole("button", { name: /Tiếng Việt/ }).tap();
});

test("the page met no error of its own", () => {
  assert.deepEqual(kiosk.faults, []);
});

test("out of paper the citizen is told, and has the ticket once there is a new roll", async () => {
  await room.printer.stop();
  await room.kiosk.stop();
  await room.startPrinter(300);
  await room.startKiosk({ again: true });
  await kiosk.goto(`${room.kioskUrl}/kiosk/`);
  await service("Hộ tịch").tap();
  await take().tap();
  await kiosk.getByRole("button", { name: "Thử in lại" }).waitFor({ timeout: 40_000 });
  await picture(kiosk, "kiosk-no-paper");
  room.printer.process.kill("SIGUSR1"); // a new roll
  await kiosk.getByRole("button", { name: "Thử in lại" }).tap();
  await kiosk.getByText("Mời lấy phiếu").waitFor({ timeout: 40_000 });
});
