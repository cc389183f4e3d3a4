// What people wait for, in a real browser: MOTCUA_BUILD=build node tests/bench/room_bench.mjs
//
// First loads (bytes on the wire, time until the page can be used), a touch until the ticket is
// confirmed, the click on call until the board changes. Times are taken in the pages, so the
// driver's own way is not in them. Medians and the worst of several rounds.

import { launch, openPage, sizes } from "../browser/support/browser.mjs";
import { logIn } from "../browser/support/pages.mjs";
import { Person } from "../browser/support/person.mjs";
import { Room } from "../browser/support/room.mjs";

const rounds = 15;
const loads = 5;

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const say = (what, values, unit) =>
  console.log(
    `${what.padEnd(44)} median ${median(values).toFixed(0)} ${unit}, worst ` +
      `${Math.max(...values).toFixed(0)} ${unit} of ${values.length}`,
  );

/** In the page: the moment at which `selector` has `text`, watched from its first script on. */
const watch = `window.seen = (selector, text) => new Promise((resolve) => {
  const look = () => {
    const found = [...document.querySelectorAll(selector)].some((e) => e.textContent.includes(text));
    if (found) { observer.disconnect(); resolve(performance.timeOrigin + performance.now()); }
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  look();
})`;

async function measureLoads(browser, name, url, selector, prepare) {
  const times = [];
  let bytes = 0;
  for (let k = 0; k < loads; ++k) {
    const page = await openPage(browser, {});
    await page.addInitScript(watch);
    if (prepare) await prepare(page);
    bytes = 0;
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.clearBrowserCache");
    session.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
    await page.goto("about:blank");
    await page.goto(url, { waitUntil: "commit" });
    times.push(
      await page.evaluate(
        ([s]) => window.seen(s, "").then((at) => at - performance.timeOrigin),
        [selector],
      ),
    );
    await page.waitForLoadState("networkidle").catch(() => {});
    await page.context().close();
  }
  say(`${name}: first load, until usable`, times, "ms");
  console.log(`${"".padEnd(44)} ${(bytes / 1000).toFixed(0)} kB on the wire`);
}

async function measureTouches(browser, room) {
  const page = await openPage(browser, { size: sizes.kiosk, hasTouch: true });
  await page.addInitScript(watch);
  await page.addInitScript(() =>
    addEventListener(
      "pointerdown",
      () => {
        window.touchedAt = performance.timeOrigin + performance.now();
      },
      true,
    ),
  );
  await page.goto(`${room.kioskUrl}/kiosk/`);
  const times = [];
  for (let k = 1; k <= rounds; ++k) {
    await page
      .getByRole("button", { name: /Chứng thực/ })
      .first()
      .tap();
    const seen = page.evaluate(
      ([n]) => window.seen(".your-number strong", n),
      [`B${String(k).padStart(3, "0")}`],
    );
    await page.getByRole("button", { name: /^Lấy số/ }).tap();
    times.push((await seen) - (await page.evaluate(() => window.touchedAt)));
    await page.getByRole("button", { name: "Xong" }).tap();
  }
  await page.context().close();
  say("touch to confirmed ticket", times, "ms");
}

async function measureCalls(browser, room) {
  const lan = await Person.logIn(room.url, "lan");
  const board = await openPage(browser, { size: sizes.board });
  await board.addInitScript(watch);
  await board.goto(`${room.boardUrl}/board/`);
  await board.getByText("Quầy").first().waitFor();
  const officer = await openPage(browser);
  await logIn(officer, `${room.counters[2].url}/counter/`, "lan");
  await officer.locator(".present.none").waitFor();
  await officer.evaluate(() =>
    addEventListener(
      "keydown",
      () => {
        window.pressedAt = performance.timeOrigin + performance.now();
      },
      true,
    ),
  );
  const times = [];
  for (let k = 1; k <= rounds; ++k) {
    const number = `B${String(k).padStart(3, "0")}`;
    const seen = board.evaluate(([n]) => window.seen(".calls .called", n), [number]);
    await officer.keyboard.press("F2");
    times.push((await seen) - (await officer.evaluate(() => window.pressedAt)));
    await officer.locator(".present-number", { hasText: number }).waitFor();
    await lan.post("/api/v1/counters/2/start");
    await lan.post("/api/v1/counters/2/finish");
    await officer.locator(".present.none").waitFor();
  }
  say("key of call to the board's change", times, "ms");
}

const room = new Room({ register: true });
const browser = await launch();
try {
  await room.startCore();
  await room.startPrinter();
  await room.startKiosk();
  await room.startBoard();
  await room.startCounter(2);
  const as = (user, path) => (page) => logIn(page, `${room.url}${path}`, user);
  await measureLoads(browser, "kiosk", `${room.kioskUrl}/kiosk/`, "button:not(:disabled)");
  await measureLoads(browser, "board", `${room.boardUrl}/board/`, ".board");
  await measureLoads(
    browser,
    "counter",
    `${room.url}/counter/`,
    "#intake-procedure, h1",
    as("lan", "/counter/"),
  );
  await measureLoads(
    browser,
    "office",
    `${room.url}/office/`,
    "main h1",
    as("chutich", "/office/"),
  );
  await measureTouches(browser, room);
  await measureCalls(browser, room);
} finally {
  await browser.close();
  await room.close();
}
