// A citizen's whole day through all four pages: a number at the kiosk, the call on the board, the
// dossier at the counter, its result, the way back with the receipt, and the chairman's figures.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";

import { launch, openPage, picture, sizes } from "./support/browser.mjs";
import { logIn } from "./support/pages.mjs";
import { until } from "./support/person.mjs";
import { Room } from "./support/room.mjs";
import { card, Scanner } from "./support/scanner.mjs";

let room;
let browser;
let kiosk;
let board;
let lan; // officer at counter 1
let minh; // officer at counter 4, which returns results
let hoa; // specialist, straight from the core
let code;
const scanners = {};

async function scannerOf(name) {
  scanners[name] = new Scanner(room.folder, name);
  return ["--scanner", await scanners[name].plugIn()];
}

before(async () => {
  room = new Room();
  await room.startCore();
  await room.startPrinter();
  await room.startKiosk({ more: await scannerOf("kiosk") });
  await room.startBoard();
  await room.startCounter(1, { more: await scannerOf("lan") });
  await room.startCounter(4, { more: await scannerOf("minh") });
  browser = await launch();
  kiosk = await openPage(browser, { size: sizes.kioskLandscape, hasTouch: true });
  await kiosk.goto(`${room.kioskUrl}/kiosk/`);
  board = await openPage(browser, { size: sizes.board });
  await board.goto(`${room.boardUrl}/board/`);
  [lan, minh, hoa] = await Promise.all([openPage(browser), openPage(browser), openPage(browser)]);
  await logIn(lan, `${room.counters[1].url}/counter/`, "lan");
  await logIn(minh, `${room.counters[4].url}/counter/`, "minh");
  await logIn(hoa, `${room.url}/counter/`, "hoa");
});

after(async () => {
  await browser?.close();
  for (const each of Object.values(scanners)) each.unplug();
  await room?.close();
});

const called = () => board.getByRole("region", { name: "Lượt gọi mới nhất" });

test("the citizen takes a number at the kiosk", async () => {
  await kiosk
    .getByRole("button", { name: /Hộ tịch/ })
    .first()
    .tap();
  await kiosk.getByRole("button", { name: /^Lấy số/ }).tap();
  await kiosk.getByText("A001", { exact: true }).waitFor();
  await until("the ticket on paper", () => readdirSync(room.papers).length === 1);
  await kiosk.getByRole("button", { name: "Xong" }).tap();
});

test("the officer calls with one key, and the board shows it", async () => {
  await lan.getByText("Đang chờ gọi 1").waitFor();
  await lan.keyboard.press("F2");
  await called().getByText("A001").waitFor();
  await picture(board, "day-called");
});

test("the dossier is received with the card's data, and the receipt printed", async () => {
  scanners.lan.scan(card);
  await lan.waitForFunction(() => document.body.innerText.includes("Hãy nhìn thẻ"));
  await lan.keyboard.type("dkks");
  await lan
    .getByRole("option", { name: /khai sinh/ })
    .first()
    .waitFor();
  await lan.keyboard.press("Enter");
  await lan.getByText("Thủ tục đăng ký khai sinh", { exact: true }).waitFor();
  await lan.keyboard.press("Alt+a");
  await lan.keyboard.press("F9");
  code = await lan
    .getByText(/^000\.00\.18\.H55-\d{6}-\d{4}$/)
    .first()
    .innerText();
  await until("the receipt", () =>
    readdirSync(room.counters[1].sheets).some((each) => each.endsWith(".pdf")),
  );
  await lan.keyboard.press("Enter");
  await lan.keyboard.press("F8"); // this citizen is served
});

test("the specialist finds it in the work list and records the result", async () => {
  await hoa.getByText("Việc của tôi").first().click();
  await hoa.getByText("Cả phường").first().click();
  await hoa.getByText(code).first().waitFor();
  await picture(hoa, "day-work-list");
  await hoa.goto(`${room.url}/counter/#/dossier/${code}`);
  await hoa.getByRole("button", { name: /Có kết quả/ }).click();
  await hoa
    .getByRole("dialog")
    .getByRole("button", { name: /kết quả|Ghi nhận/ })
    .last()
    .click();
  await hoa.getByRole("dialog").waitFor({ state: "detached" });
  await hoa
    .getByText(/đã có kết quả|Đã có kết quả/)
    .first()
    .waitFor();
});

test("the receipt, scanned at the kiosk, says that the result is there and gives a number", async () => {
  scanners.kiosk.scan(code);
  await kiosk.getByRole("button", { name: "Lấy số nhận kết quả" }).waitFor();
  await picture(kiosk, "day-kiosk-dossier");
  assert.ok(!(await kiosk.locator("body").innerText()).includes("Hoa"), "a name is shown");
  await kiosk.getByRole("button", { name: "Lấy số nhận kết quả" }).tap();
  await kiosk.getByText("R001", { exact: true }).waitFor();
});

test("the result is returned at the counter after a scan", async () => {
  await minh.keyboard.press("F2");
  await called().getByText("R001").waitFor();
  scanners.minh.scan(code);
  await minh
    .getByRole("button", { name: /Trả kết quả/ })
    .first()
    .click();
  await picture(minh, "day-return");
  const dialog = minh.getByRole("dialog");
  await dialog
    .getByRole("button", { name: /Trả|Ghi nhận/ })
    .last()
    .click();
  await minh
    .getByText(/[Đđ]ã trả/)
    .first()
    .waitFor();
});

test("the chairman's day counts it", async () => {
  const chairman = await openPage(browser);
  await logIn(chairman, `${room.url}/office/`, "chutich");
  const figure = (name) => chairman.locator("main").getByText(name, { exact: true }).locator("..");
  await until(
    "one received and one returned",
    async () =>
      /1/.test(await figure("Tiếp nhận").innerText()) &&
      /1/.test(await figure("Đã trả kết quả").innerText()),
  );
  await picture(chairman, "day-chairman");
  for (const page of [kiosk, board, lan, minh, hoa, chairman]) assert.deepEqual(page.faults, []);
});
