// The chairman's figures are those of the signed report, and each opens the dossiers it counts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, openPage, picture } from "./support/browser.mjs";
import { logIn } from "./support/pages.mjs";
import { Room } from "./support/room.mjs";

let room;
let browser;
let page;

before(async () => {
  room = new Room({ register: true });
  await room.startCore();
  browser = await launch();
  page = await openPage(browser, { acceptDownloads: true });
  await logIn(page, `${room.url}/office/`, "chutich");
});

after(async () => {
  await browser?.close();
  await room?.close();
});

const view = (name) => page.getByRole("button", { name, exact: true });
const period = "#/period?from=2023-01-01&to=2023-07-31";
const sentence =
  /Tổng số hồ sơ tiếp nhận: 3\.936 hồ sơ.*3\.935.*3\.312.*84,17.*623.*15,83.*3\.775.*95,93/s;

test("the ward's figures of 01/01–31/07/2023 are the signed ones", async () => {
  await page.goto(`${room.url}/office/${period}`);
  await page.getByText(sentence).waitFor();
  const text = await page.locator("main").innerText();
  for (const figure of [
    "3.936",
    "3.935",
    "84,17 % (3.312/3.935)",
    "15,83 % (623/3.935)",
    "95,93 % (3.775/3.935)",
    "97,46 % (3.835/3.935)",
  ]) {
    assert.ok(text.includes(figure), `${figure} is missing`);
  }
  await picture(page, "office-period");
});

test("a figure opens the dossiers that it counts", async () => {
  await page
    .getByRole("link", { name: "623" })
    .or(page.getByRole("button", { name: "623" }))
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/623/).first().waitFor();
  await dialog.getByText(/H55-/).first().waitFor();
  await picture(page, "office-dossiers");
});

test("a heading sorts all the dossiers of a figure, not the page that is looked at", async () => {
  const dialog = page.getByRole("dialog");
  const heading = (name) => dialog.getByRole("columnheader", { name });
  const codes = async () => await dialog.locator("tbody th").allInnerTexts();
  await dialog.getByText("1–100 trong 623 hồ sơ").waitFor();
  const stored = await codes();
  for (const direction of ["ascending", "descending"]) {
    await heading("Mã hồ sơ").getByRole("button").click();
    await dialog.locator(`th[aria-sort=${direction}]`).waitFor();
  }
  const last = (await codes())[0];
  assert.ok(!stored.includes(last), "the last of all came to the top");
  const seen = new Set(await codes());
  for (let first = 101; first < 623; first += 100) {
    await dialog.getByRole("button", { name: /Trang sau/ }).click();
    await dialog.getByText(`${first}–${Math.min(first + 99, 623)} trong 623 hồ sơ`).waitFor();
    for (const code of await codes()) {
      assert.ok(code < last && !seen.has(code), code);
      seen.add(code);
    }
  }
  assert.equal(seen.size, 623);
  await dialog.getByRole("button", { name: /Trang trước/ }).click();
  await dialog.getByText("501–600 trong 623 hồ sơ").waitFor();
  await page.keyboard.press("Escape");
});

test("the report can be taken away as a workbook, a table and a document", async () => {
  for (const [kind, begins] of [
    ["XLSX", "PK"],
    ["CSV", ""],
    ["PDF", "%PDF"],
  ]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("group", { name: "Tải về" }).getByText(kind, { exact: true }).click(),
    ]);
    const stream = await download.createReadStream();
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    assert.ok(bytes.length > 200, `${kind} is empty`);
    assert.equal(bytes.subarray(0, begins.length).toString("latin1"), begins);
  }
});

test("form 06a and the reform report stand beside the figures", async () => {
  await view("Biểu II.06a").click();
  await page.getByText("Chứng thực").first().waitFor();
  await picture(page, "office-06a");
  await view("Biểu CCHC").click();
  await page.getByText("3.927").first().waitFor();
  await picture(page, "office-cchc");
});

test("an administrator adds a user and enrols a board", async () => {
  const admin = await openPage(browser);
  await logIn(admin, `${room.url}/office/`, "quantri");
  await admin.goto(`${room.url}/office/#/devices`);
  await admin.getByRole("heading", { level: 1 }).waitFor();
  await picture(admin, "office-devices");
  assert.deepEqual(admin.faults, []);
});

test("an administrator looks at a year's days off by law and takes them in", async () => {
  const admin = await openPage(browser);
  await logIn(admin, `${room.url}/office/`, "quantri");
  await admin.goto(`${room.url}/office/#/calendar`);
  await admin.getByRole("button", { name: "Năm sau" }).click();
  const year = /\d{4}/.exec(await admin.getByText(/^Năm \d{4}$/).innerText())[0];
  await admin.getByRole("button", { name: `Xem ngày nghỉ năm ${year} theo luật` }).click();
  await admin.getByRole("dialog").getByText("Giỗ Tổ Hùng Vương").waitFor();
  await admin.getByLabel("Ngày nghỉ cạnh Quốc khánh").selectOption("before");
  await admin.getByRole("dialog").getByText(`01/09/${year}`).waitFor();
  await picture(admin, "office-days-off");
  await admin.getByRole("button", { name: "Xem trước", exact: true }).click();
  await admin.getByText(`calendar-${year}.csv`).waitFor();
  await admin.getByRole("button", { name: "Xác nhận nhập" }).click();
  await admin.getByRole("button", { name: /theo luật$/ }).waitFor({ state: "detached" });
  assert.match(await admin.locator("main").innerText(), new RegExp(`01/09/${year}`));
  assert.deepEqual(admin.faults, []);
});

/** As a spreadsheet of a Vietnamese machine saves it: `;`, blank rows, a telephone without its zero. */
function spreadsheet(rows) {
  const columns =
    "Code;procedure_code;applicant_name;applicant_id;phone;address;channel;received_at;pauses;" +
    "resolved_at;result;returned_at;return_channel;linked_agencies;digitised;fee_vnd;officer";
  const lines = rows.map(
    ([code, phone, channel]) =>
      `${code};2.000815;Đặng Thị Mẫu;;${phone};Tổ 7;${channel};03/03/2023 08:12;;;;;;;0;10.000;`,
  );
  const text = [columns, ...lines, ";;;;;;;;;;;;;;;;", ""].join("\r\n");
  return {
    name: "sổ-cũ.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\uFEFF${text}`, "utf16le"),
  };
}

test("an administrator imports a register: judged, mended, bad rows taken away, taken in", async () => {
  const admin = await openPage(browser);
  await logIn(admin, `${room.url}/office/`, "quantri");
  await admin.goto(`${room.url}/office/#/upkeep`);
  const part = admin.getByRole("region", { name: "Nhập sổ theo dõi hồ sơ" });
  const file = part.locator("input[type=file]");
  await file.setInputFiles(
    spreadsheet([
      ["MẪU-1", "987000111", "online"],
      ["MẪU-2", "0987000112", "fax"],
    ]),
  );
  await part.getByText("đọc 2 dòng, 0 dòng dùng được, 2 dòng sai").waitFor();
  await part.getByText("0987000111").first().waitFor(); // the likely reading
  await part.getByText("1 dòng trống được bỏ qua").waitFor();
  await picture(admin, "office-register-bad");
  const [download] = await Promise.all([
    admin.waitForEvent("download"),
    part.getByRole("link", { name: /Tải các dòng sai/ }).click(),
  ]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const refused = Buffer.concat(chunks).toString("utf8");
  assert.match(refused, /^\uFEFF[^;\r\n]+;Code;/); // the reason stands in front
  assert.match(refused, /Dòng 2: phone: .*0987000111.*;MẪU-1;/);
  assert.equal(await part.getByRole("button", { name: /^Nhập \d/ }).count(), 0);
  await part.getByRole("button", { name: "Kiểm tra lại, sửa chỗ hỏng" }).click();
  await part.getByText("1 dòng dùng được, 1 dòng sai").waitFor();
  await part.getByText(/Sửa 1 ô/).waitFor();

  await file.setInputFiles(spreadsheet([["MẪU-1", "987000111", "online"]]));
  await part.getByRole("button", { name: "Nhập 1 hồ sơ" }).click();
  await part.getByText("thêm 1 hồ sơ").waitFor();
  await picture(admin, "office-register-imported");
  await file.setInputFiles(spreadsheet([["MẪU-3", "0987000113", "online"]]));
  await part.getByRole("button", { name: "Bỏ tệp này" }).click();
  await part.getByText("Đã bỏ sổ-cũ.csv").waitFor();
  assert.deepEqual(admin.faults, []);
});

test("the page met no error of its own", () => {
  assert.deepEqual(page.faults, []);
});
