// A scanner that types at the officer's PC: real key events, whatever Caps Lock, the layout, an input
// method or a busy machine makes of them. The page is the core's own, without an agent beside it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { keyboards, keysOf } from "../support/keyboards.mjs";
import { launch, openPage } from "./support/browser.mjs";
import { logIn } from "./support/pages.mjs";
import { Person, until } from "./support/person.mjs";
import { Room } from "./support/room.mjs";
import { card, otherCard } from "./support/scanner.mjs";

let room;
let browser;
let page;
let keys;
let dossier;
let ticket;

before(async () => {
  room = new Room();
  await room.startCore();
  const lan = await Person.logIn(room.url, "lan");
  dossier = (
    await lan.post("/api/v1/dossiers", {
      procedure: "1.001193",
      applicant: { name: "Đặng Thị Mẫu" },
      channel: "in_person",
    })
  ).code;
  ticket = (await lan.post("/api/v1/tickets", { service: "A" })).code;
  browser = await launch();
  page = await openPage(browser);
  keys = await page.context().newCDPSession(page);
  await logIn(page, `${room.url}/counter/`, "lan");
  await page
    .getByRole("button", { name: /Quầy/ })
    .first()
    .click()
    .catch(() => {});
  await name().waitFor();
});

after(async () => {
  await browser?.close();
  await room?.close();
});

const name = () => page.locator("#intake-name");
const shift = 8;

/** Presses a key as the scanner does; the machine makes `key` of it. */
async function press({ key, code, shift: withShift }) {
  const modifiers = withShift ? shift : 0;
  const text = key.length === 1 ? key : key === "Enter" ? "\r" : "";
  const type = text ? "keyDown" : "rawKeyDown";
  await keys.send("Input.dispatchKeyEvent", { type, key, code, modifiers, text });
  await keys.send("Input.dispatchKeyEvent", { type: "keyUp", key, code, modifiers });
}

async function scan(text, { keyboard = "us", gap = () => 5, end = "Enter" } = {}) {
  for (const [place, key] of keysOf(text, keyboard).entries()) {
    await press(key);
    await sleep(gap(place));
  }
  if (end) await press({ key: end, code: end, shift: false });
}

const busy = (place) => 30 + ((place * 53) % 111);

/** The codes as they are printed. */
function withCheck(kind, code) {
  const head = `MC1:${kind}:${code}`;
  let crc = 0xffff;
  for (const byte of Buffer.from(head)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; ++bit) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return `${head}:${crc.toString(16).toUpperCase().padStart(4, "0")}`;
}

async function backToIntake() {
  await page.evaluate(() => {
    location.hash = "#/intake";
  });
  await name().waitFor();
  await name().focus();
}

const isDossierOpen = () => page.evaluate((code) => location.hash.endsWith(code), dossier);
const ticketDialog = () => page.getByRole("dialog");

for (const keyboard of keyboards) {
  test(`the office's own codes are read: ${keyboard}`, async () => {
    const slowly = keyboard === "caps lock" ? [[withCheck("H", dossier), busy]] : [];
    for (const [text, gap] of [[withCheck("H", dossier), () => 5], [dossier, busy], ...slowly]) {
      await backToIntake();
      await scan(text, { keyboard, gap });
      await until("the dossier", isDossierOpen);
    }
    await backToIntake();
    assert.equal(await name().inputValue(), ""); // the field has what it held before
    await scan(withCheck("T", ticket), { keyboard });
    await ticketDialog().waitFor();
    await page.keyboard.press("Escape");
    await ticketDialog().waitFor({ state: "detached" });
  });
}

test("a scan ends by Enter, by Tab or by nothing, and its Enter presses no button", async () => {
  for (const end of ["Enter", "Tab", ""]) {
    await backToIntake();
    await scan(withCheck("H", dossier), { keyboard: "caps lock", end });
    await until("the dossier", isDossierOpen);
  }
  await sleep(400);
  assert.equal(await page.getByRole("dialog").count(), 0);
});

/** A card as a US keyboard can type it. */
const plainCard = "019092004418||Hoang Van Thu|14091992|Nam|To 7, phuong Thu|22042022";
const field = (label) => page.getByLabel(label, { exact: true });

test("a card is read whole, and what is uncertain of it is said", async () => {
  await backToIntake();
  await scan(plainCard, { keyboard: "azerty", gap: busy });
  await until("the name", async () => (await name().inputValue()) === "Hoang Van Thu");
  assert.equal(await field("Ngày/năm sinh").inputValue(), "14/09/1992");
  assert.equal(await field("Giới tính").inputValue(), "man");
  await page.locator(".applicant .notice.bad", { hasText: "không có dấu" }).waitFor();
  await page.keyboard.press("Alt+x");
});

test("a card with the year of birth alone leaves the day open and says so", async () => {
  await backToIntake();
  await scan(plainCard.replace("14091992", "1992"));
  await until("the name", async () => (await name().inputValue()) === "Hoang Van Thu");
  assert.equal(await field("Ngày/năm sinh").inputValue(), "1992");
  await page.getByText("Chỉ biết năm sinh, ngày để trống.").waitFor();
  await page.locator(".applicant .notice.bad", { hasText: "chỉ ghi năm sinh" }).waitFor();
  await page.keyboard.press("Alt+x");
});

const doubted = (words) => page.locator(".applicant .notice.bad", { hasText: words }).waitFor();

test("what was damaged on its way is left open, and told with what it can be read as", async () => {
  await backToIntake();
  await name().fill("019092004418||Nguyá»…n VÄƒn Máº«u|14091992|Nam|Toå 7, phöôøng Thöû|22042022");
  await name().press("Enter");
  await doubted("Nguyễn Văn Mẫu");
  await doubted("Nơi thường trú");
  assert.equal(await name().inputValue(), "");
  assert.equal(await field("Địa chỉ").inputValue(), "");
  assert.equal(await field("Ngày/năm sinh").inputValue(), "14/09/1992");
  await page.keyboard.press("Alt+x");
});

test("a card without a birth date is read, and says so", async () => {
  await backToIntake();
  await scan(plainCard.replace("14091992", ""));
  await until("the name", async () => (await name().inputValue()) === "Hoang Van Thu");
  assert.equal(await field("Ngày/năm sinh").inputValue(), "");
  await doubted("không ghi ngày sinh");
  await page.keyboard.press("Alt+x");
});

const told = (words) => page.locator(".toasts", { hasText: words }).waitFor();

test("a card that cannot be read is refused with what to do, and nothing is filled in", async () => {
  await backToIntake();
  for (const wrong of [plainCard.replace("019092004418", "01909200441"), plainCard.slice(0, 48)]) {
    await scan(wrong);
    await told("quét lại");
    assert.equal(await name().inputValue(), "");
  }
});

test("another sign for each bar is understood in a field, and what is left of a card is not", async () => {
  for (const sign of ["~", "\u00a6", "\\", "\u2016", "\uff5c"]) {
    await backToIntake();
    await name().fill(card.replaceAll("|", sign));
    await name().press("Enter");
    await until("the name", async () => (await name().inputValue()) === card.split("|")[2]);
    await page.keyboard.press("Alt+x");
    for (const left of [card.slice(0, 30), card.slice(25)]) {
      await backToIntake();
      await name().fill(left.replaceAll("|", sign));
      await field("Điện thoại").focus();
      await told("US");
      assert.equal(await name().inputValue(), "");
    }
  }
});

test("a card's line that stands in the name is taken out of it, however it came", async () => {
  const byHand = {
    Enter: () => page.keyboard.press("Enter"),
    leaving: () => field("Điện thoại").focus(),
    receive: () => page.keyboard.press("F9"),
  };
  for (const leave of Object.values(byHand)) {
    await backToIntake();
    await name().fill(card); // pasted: no key was seen
    await name().focus();
    await leave();
    await until("the name", async () => (await name().inputValue()) === card.split("|")[2]);
    await page.keyboard.press("Alt+x");
  }
  await backToIntake();
  await name().fill(otherCard.slice(0, 50));
  await name().focus();
  await page.keyboard.press("F9");
  await told("quét lại");
  assert.equal(await name().inputValue(), "");
});

test("what is no name is told in its field, and not received", async () => {
  await backToIntake();
  for (const wrong of ["Nguyễn | An", "0912345678"]) {
    await name().fill(wrong);
    await field("Điện thoại").focus();
    await page.locator(".applicant .error").first().waitFor();
    await page.keyboard.press("F9");
    await page.locator(".applicant .error").first().waitFor();
    assert.equal(await name().inputValue(), wrong); // it is the officer's to correct
  }
  await name().fill("");
});

test("what a person types stays, also a code in the search", async () => {
  const search = page.locator("#header-search");
  await search.focus();
  await page.keyboard.type(ticket, { delay: 220 });
  await page.keyboard.press("Enter");
  await sleep(400);
  assert.equal(await search.inputValue(), ticket);
  assert.equal(await ticketDialog().count(), 0);
  await backToIntake();
  await page.keyboard.type("Nguyễn Văn An", { delay: 60 });
  await page.keyboard.press("Enter");
  assert.equal(await name().inputValue(), "Nguyễn Văn An");
  assert.deepEqual(page.faults, []);
});
