// An officer receives dossiers at the counter: by scan and keys, through reloads, kills and a core
// that goes away, and beside a second officer.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";

import { launch, openPage, picture } from "./support/browser.mjs";
import { Person, until } from "./support/person.mjs";
import { logIn } from "./support/pages.mjs";
import { Room } from "./support/room.mjs";
import { card, otherCard, Scanner } from "./support/scanner.mjs";

const mostActions = 12;
let room;
let browser;
let scanner;
let lan;
let page;

/** Presses keys and counts them. */
class Hands {
  actions = 0;

  async press(...keys) {
    for (const key of keys) {
      this.actions += 1;
      await page.keyboard.press(key);
    }
  }
}

before(async () => {
  room = new Room();
  await room.startCore();
  scanner = new Scanner(room.folder, "counter");
  await room.startCounter(1, { more: ["--scanner", await scanner.plugIn()] });
  lan = await Person.logIn(room.url, "lan");
  browser = await launch();
  page = await openPage(browser);
  await logIn(page, `${room.counters[1].url}/counter/`, "lan");
});

after(async () => {
  await browser?.close();
  scanner?.unplug();
  await room?.close();
});

const dossiers = async () => (await lan.get("/api/v1/dossiers?limit=100")).items;
const papers = () => readdirSync(room.counters[1].sheets).filter((each) => each.endsWith(".pdf"));
const name = () => page.getByLabel("Họ và tên");
const chosen = (text) => page.getByText(text, { exact: true });
const received = () => page.getByText("Đã tiếp nhận", { exact: true });

async function scanCard(text) {
  scanner.scan(text);
  await page.waitForFunction(
    ([field, person]) => document.getElementById(field)?.value === person,
    [await name().getAttribute("id"), text.split("|")[2]],
  );
}

test(`an ID scan and at most ${mostActions} keys make a dossier and its receipt`, async () => {
  await lan.post("/api/v1/tickets", { service: "A" });
  const hands = new Hands();
  await page.getByText("Đang chờ gọi 1").waitFor();
  await page.keyboard.press("F2"); // the call is no part of the intake
  await page.getByText("A001").first().waitFor();
  await scanCard(card);
  await hands.press("d", "k", "k", "s");
  await page
    .getByRole("option", { name: /khai sinh/ })
    .first()
    .waitFor();
  await hands.press("Enter");
  await chosen("Thủ tục đăng ký khai sinh").waitFor();
  await picture(page, "counter-intake");
  await hands.press("Alt+a", "F9");
  await received().waitFor();
  await picture(page, "counter-received");
  assert.ok(hands.actions <= mostActions, `${hands.actions} keys`);
  const [dossier] = await dossiers();
  assert.equal(dossier.applicant_name, "Nguyễn Thị Hoa");
  await until("the receipt", () => papers().length === 1);
  await page.keyboard.press("Enter");
});

test("what was typed is there after a reload", async () => {
  await scanCard(otherCard);
  await page.getByLabel("Điện thoại").fill("0912345678");
  await saved();
  await page.reload();
  await page.waitForFunction(() => document.body.innerText.includes("Trần Văn Bình"));
  assert.equal(await page.getByLabel("Điện thoại").inputValue(), "0912345678");
});

test("what was typed is there after the agent was killed and started again", async () => {
  await page.getByLabel("Địa chỉ").fill("Tổ 5, phường Ba Hàng");
  await saved();
  await room.counters[1].program.stop("SIGKILL");
  await room.startCounter(1, { again: true, more: ["--scanner", `serial:${scanner.device}`] });
  await page.reload();
  await page.waitForFunction(() => document.body.innerText.includes("Trần Văn Bình"));
  assert.equal(await page.getByLabel("Địa chỉ").inputValue(), "Tổ 5, phường Ba Hàng");
});

test("a core that is away is waited for, and the dossier is received once", async () => {
  const before = (await dossiers()).length;
  await page.getByRole("combobox", { name: /thủ tục/ }).fill("khai tu");
  await page
    .getByRole("option", { name: /khai tử/ })
    .first()
    .click();
  await room.core.stop("SIGKILL");
  await page.keyboard.press("F9");
  await page
    .getByText(/Đang chờ máy chủ/)
    .first()
    .waitFor();
  await picture(page, "counter-core-away");
  await room.startCore();
  await received().waitFor({ timeout: 30_000 });
  lan = await Person.logIn(room.url, "lan");
  assert.equal((await dossiers()).length, before + 1);
  await page.keyboard.press("Enter");
});

test("a log-out that the core does not hear of leaves everything where it is", async () => {
  await name().fill("Lê Thị Mai");
  await saved();
  await room.core.stop("SIGKILL");
  await page.getByRole("button", { name: /^Tài khoản/ }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  const told = page.locator(".toasts .notice.bad").last();
  await told.waitFor();
  assert.notEqual((await told.innerText()).trim(), "");
  assert.equal(await name().inputValue(), "Lê Thị Mai");
  await room.startCore();
  lan = await Person.logIn(room.url, "lan");
});

test("a refusal that is being written is not of the person whose card is scanned next", async () => {
  await page.keyboard.press("Alt+t");
  await page.getByRole("dialog").waitFor();
  await scanCard(card);
  assert.equal(await page.getByRole("dialog").count(), 0);
  await page.keyboard.press("Alt+x");
  assert.equal(await name().inputValue(), "Lê Thị Mai");
  assert.equal(await page.getByRole("dialog").count(), 0);
  await page.keyboard.press("Alt+x");
});

test("what was opened for one ticket does not go on with the next", async () => {
  await page.keyboard.press("F2"); // ends what is going on
  for (let count = 0; count < 2; ++count) await lan.post("/api/v1/tickets", { service: "A" });
  await page.keyboard.press("F2");
  await page.getByText("A002").first().waitFor();
  await page.keyboard.press("Alt+c");
  await page.getByRole("dialog").waitFor();
  const { tickets } = await lan.get("/api/v1/queue");
  const { code } = tickets.find((each) => each.number === "A002");
  await lan.post("/api/v1/counters/1/hold", { ticket: code });
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("F2");
  await page.getByText("A003").first().waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0);
});

test("more of what was found leaves the hands where they went on", async () => {
  const applicant = { name: "Phạm Văn Mười" };
  for (let count = 0; count < 60; ++count)
    await lan.post("/api/v1/dossiers", { procedure: "1.001193", applicant, channel: "postal" });
  await page.getByRole("searchbox").first().fill(applicant.name);
  await page.keyboard.press("Enter");
  const rows = page.locator("main .dossier-open");
  await rows.nth(49).waitFor();
  await page.getByRole("button", { name: /Hiện thêm/ }).press("Enter");
  await rows.nth(59).waitFor();
  const isFocused = () => rows.nth(50).evaluate((row) => row === document.activeElement);
  await until("the focus on the first row that came", isFocused);
});

test("a heading sorts all that was found, and the core says how many there are", async () => {
  const isFirst = (code) => async () =>
    (await page.locator("main .dossier-open").first().innerText()) === code;
  const { items } = await lan.post("/api/v1/dossiers/search", { q: "Phạm Văn Mười", limit: 100 });
  const codes = items.map((each) => each.code).sort();
  await page.getByText(`“Phạm Văn Mười”: ${codes.length} hồ sơ`).waitFor();
  const heading = page.getByRole("columnheader", { name: "Mã hồ sơ" });
  await heading.getByRole("button").click();
  await until("the first of all at the top", isFirst(codes[0]));
  await heading.getByRole("button").click();
  await until("the last of all at the top", isFirst(codes.at(-1)));
});

test("of two officers on one dossier the second is told what changed", async () => {
  const [dossier] = await dossiers();
  const minh = await Person.logIn(room.url, "minh");
  await page.goto(`${room.counters[1].url}/counter/#/dossier/${dossier.code}`);
  await page.getByRole("button", { name: /Yêu cầu bổ sung/ }).click();
  await page.getByLabel(/Lý do/).fill("Thiếu giấy chứng sinh");
  await minh.post(`/api/v1/dossiers/${dossier.code}/forward`, { version: dossier.version });
  // Whether the event is here before the click or not: its button is called otherwise then.
  await page.getByRole("dialog").locator("button[type=submit]").click();
  await page
    .getByText(/đã thay đổi|vừa được/)
    .first()
    .waitFor();
  await picture(page, "counter-conflict");
  assert.equal(await page.getByLabel(/Lý do/).inputValue(), "Thiếu giấy chứng sinh");
});

test("what was done but may not have been meant is told after the act", async () => {
  const dossier = await lan.post("/api/v1/dossiers", {
    procedure: "1.001193",
    applicant: { name: "Đặng Thị Mẫu" },
    channel: "in_person",
  });
  await page.goto(`${room.counters[1].url}/counter/#/dossier/${dossier.code}`);
  await page.getByRole("heading", { name: dossier.code }).waitFor();
  await page.getByRole("button", { name: /Chuyển bước/ }).click();
  await page.getByLabel(/Người làm bước tiếp theo/).fill("khongcoai");
  await page.getByRole("dialog").locator("button[type=submit]").click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.locator(".toasts .notice.warn", { hasText: "khongcoai" }).waitFor();
});

test("an officer who has looked at a name insists on its letters", async () => {
  await page.goto(`${room.counters[1].url}/counter/#/intake`);
  await page.getByRole("button", { name: /Mở bản nhập mới/ }).click();
  await name().fill("Chau Keát");
  await page.getByPlaceholder("Tìm thủ tục").fill("dkks");
  await page
    .getByRole("option", { name: /khai sinh/ })
    .first()
    .click();
  await page.keyboard.press("F9");
  const tick = page.getByLabel(/đúng như trên giấy tờ/);
  await tick.waitFor();
  await page.locator(".applicant .error", { hasText: "Chau Kết" }).waitFor();
  await picture(page, "counter-letters-meant");
  await tick.check();
  assert.equal(await page.locator(".applicant .error").count(), 0);
  await page.keyboard.press("F9");
  await received().waitFor();
  assert.equal((await dossiers())[0].applicant_name, "Chau Keát");
});

test("the page met no error of its own", () => {
  assert.deepEqual(page.faults, []);
});

/** Drafts are kept within 300 ms; the page says when. */
async function saved() {
  let missing;
  const isKept = async () => {
    missing = await page.evaluate(async () => {
      const { items } = await (await fetch("/local/drafts")).json();
      const bodies = await Promise.all(
        items.map(async ({ key }) => (await fetch(`/local/drafts/${key}`)).text()),
      );
      return [...document.querySelectorAll("input")]
        .map((each) => each.value)
        .filter((value) => value.length > 8)
        .filter(
          (value) => !bodies.some((body) => body.includes(JSON.stringify(value).slice(1, -1))),
        );
    });
    return missing.length === 0;
  };
  await until("the draft to be kept", isKept).catch((error) => {
    throw new Error(`${error.message}; not kept: ${missing}; refused: ${page.refused}`);
  });
}
