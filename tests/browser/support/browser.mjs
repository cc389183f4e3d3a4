// Debian's Chromium, driven by playwright-core.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--autoplay-policy=no-user-gesture-required",
];

export const sizes = {
  kiosk: { width: 1080, height: 1920 },
  kioskLandscape: { width: 1280, height: 1024 },
  board: { width: 1920, height: 1080 },
  counter: { width: 1366, height: 768 },
  large: { width: 1920, height: 1080 },
};

export function launch() {
  return chromium.launch({ executablePath, headless: true, args });
}

/** A page of somebody of his own (cookies, storage), who notes what goes wrong in it: `faults` of its
 *  scripts, and what was `refused` to it, for a message. */
export async function openPage(browser, { size = sizes.counter, ...options } = {}) {
  const context = await browser.newContext({
    viewport: size,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.refused = [];
  page.on("response", (answer) => {
    if (answer.status() < 400) return;
    const { pathname } = new URL(answer.url());
    page.refused.push(`${answer.request().method()} ${pathname} ${answer.status()}`);
  });
  page.setDefaultTimeout(10_000);
  return page;
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Serious and critical findings of axe-core, a line each. */
export async function accessibilityFaults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ["violations"] }),
  );
  return violations
    .filter((each) => ["serious", "critical"].includes(each.impact))
    .map(
      (each) => `${each.id}: ${each.help} at ${each.nodes.map((node) => node.target).join(", ")}`,
    );
}

/** What of the text is cut off or lies outside the page, by elements that hold text themselves. */
export function cutTexts(page) {
  return page.evaluate(() => {
    const cut = [];
    const wide = document.documentElement.scrollWidth > innerWidth + 1;
    if (wide) cut.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const element of document.querySelectorAll("body *")) {
      const text = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== "");
      const style = getComputedStyle(element);
      if (!text || style.visibility === "hidden" || element.closest("canvas")) continue;
      if (element.clientWidth <= 1) continue; // for screen readers only
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      const said = style.textOverflow === "ellipsis" && element.title !== "";
      if (hides && !said && element.scrollWidth > element.clientWidth + 1)
        cut.push(`"${element.textContent.trim().slice(0, 40)}" is cut`);
    }
    return cut;
  });
}

/** Into build/screenshots, for looking at. */
export async function picture(page, name) {
  const folder = join(process.env.MOTCUA_BUILD ?? "build", "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
