// Every page at its real size, in both languages and all looks: nothing cut, nothing wider than the
// screen, no serious finding of axe-core.

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

const looks = [
  ["vi", "light", "1"],
  ["en", "dark", "1"],
  ["vi", "contrast", "1.25"],
];
const people = {}; // who is logged in, by login
let room;
let browser;
let code;

before(async () => {
  room = new Room({ register: true });
  await room.startCore();
  await room.startPrinter();
  await room.startKiosk();
  await room.startBoard();
  await room.startCounter(1);
  browser = await launch();
  const lan = await Person.logIn(room.url, "lan");
  for (const service of ["A", "A", "B", "C", "D", "R"])
    await lan.post("/api/v1/tickets", { service });
  await lan.post("/api/v1/counters/1/call");
  const { items } = await lan.get("/api/v1/procedures?q=khai+sinh");
  const dossier = await lan.post("/api/v1/dossiers", {
    procedure: items[0].code,
    applicant: { name: "Nguyễn Thị Hoài Thương Công Tằng Tôn Nữ", id_number: "019185001234" },
    documents: items[0].documents,
  });
  code = dossier.code;
});

after(async () => {
  await browser?.close();
  await room?.close();
});

/** All that the page asked for has come: what is still awaited says so and ends in an ellipsis. */
const loaded = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll("[role=status], .loading")].every(
      ({ textContent }) => !textContent.trim().endsWith("…"),
    ),
  );

/** In the page: what it remembers of how somebody likes it. */
function setLook({ look: [language, theme, scale], onlyWhereNone = false }) {
  if (onlyWhereNone && localStorage.getItem("motcua.language") !== null) return;
  localStorage.setItem("motcua.language", language);
  localStorage.setItem("motcua.theme", theme);
  localStorage.setItem("motcua.text-scale", scale);
}

/** In the page: how it is shown. */
function shownLook() {
  const { lang, dataset, style } = document.documentElement;
  return [lang, dataset.theme, style.getPropertyValue("--text-scale")];
}

/** What is wrong with the page, in each look: loaded anew in each, by the same person. */
async function faultsInEachLook({ size, url, user, name, stays }) {
  const faults = [];
  const page = await openPage(browser, { size });
  if (user) {
    people[user] ??= await Person.logIn(room.url, user);
    const cookie = { name: "motcua_session", value: people[user].token, url: room.url };
    await page.context().addCookies([cookie]); // of the host: also for the agent's port
  }
  // The first look before the page's own scripts; the others are set where it stands, as of several
  // scripts that run before a page's own the order is not defined.
  await page.addInitScript(setLook, { look: looks[0], onlyWhereNone: true });
  await page.goto(url());
  for (const look of looks) {
    const [language, theme] = look;
    if (look !== looks[0]) {
      await page.evaluate(setLook, { look });
      await page.reload();
    }
    await stays(page);
    await loaded(page);
    assert.deepEqual(await page.evaluate(shownLook), look);
    await picture(page, `${name}-${language}-${theme}`);
    const found = [...(await cutTexts(page)), ...(await accessibilityFaults(page)), ...page.faults];
    faults.push(...found.map((each) => `${language} ${theme}: ${each}`));
    page.faults.length = 0;
  }
  await page.context().close();
  return faults;
}

const heading = (page) => page.getByRole("heading", { level: 1 }).first().waitFor();
const kioskUrl = () => `${room.kioskUrl}/kiosk/`;
const atCounter = (hash) => () => `${room.counters[1].url}/counter/${hash()}`;
const atOffice = (hash) => () => `${room.url}/office/${hash}`;

const pages = [
  [
    "kiosk-portrait",
    sizes.kiosk,
    kioskUrl,
    "",
    (page) => page.getByText("B", { exact: true }).waitFor(),
  ],
  [
    "kiosk-landscape",
    sizes.kioskLandscape,
    kioskUrl,
    "",
    (page) => page.getByText("B", { exact: true }).waitFor(),
  ],
  [
    "board",
    sizes.board,
    () => `${room.boardUrl}/board/`,
    "",
    (page) => page.getByText("A001").first().waitFor(),
  ],
  ["start", sizes.counter, () => `${room.url}/`, "", heading],
  ["counter-intake", sizes.counter, atCounter(() => ""), "lan", heading],
  ["counter-work", sizes.counter, atCounter(() => "#/work"), "lan", heading],
  ["counter-work-large", sizes.large, atCounter(() => "#/work"), "lan", heading],
  [
    "counter-dossier",
    sizes.counter,
    atCounter(() => `#/dossier/${code}`),
    "lan",
    (page) => page.getByText(code).first().waitFor(),
  ],
  ["office-today", sizes.counter, atOffice(""), "chutich", heading],
  [
    "office-period",
    sizes.large,
    atOffice("#/period?from=2023-01-01&to=2023-07-31"),
    "chutich",
    (page) => page.getByText("3.936").first().waitFor(),
  ],
  ["office-feedback", sizes.counter, atOffice("#/feedback"), "chutich", heading],
  [
    "office-users",
    sizes.counter,
    atOffice("#/users"),
    "quantri",
    (page) => page.getByText("minh").first().waitFor(),
  ],
  [
    "office-devices",
    sizes.counter,
    atOffice("#/devices"),
    "quantri",
    (page) => page.getByText("kiosk-").first().waitFor(),
  ],
  ["office-catalogue", sizes.counter, atOffice("#/catalogue"), "quantri", heading],
  ["office-calendar", sizes.counter, atOffice("#/calendar"), "quantri", heading],
  ["office-state", sizes.counter, atOffice("#/upkeep"), "quantri", heading],
  ["office-journal", sizes.counter, atOffice("#/journal"), "quantri", heading],
];

for (const [name, size, url, user, stays] of pages) {
  test(`${name}: nothing cut, no serious finding`, async () => {
    const shown = { size, url, user, name: `pages-${name}`, stays };
    assert.deepEqual(await faultsInEachLook(shown), []);
  });
}
