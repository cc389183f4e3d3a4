import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

import { wordSections } from "./words/sections";

const shared = fileURLToPath(new URL("./src", import.meta.url));

// MOTCUA_CORE: where `vite` (for developing) finds a running core or agent.
const core = process.env.MOTCUA_CORE ?? "http://127.0.0.1:8080";

const tests = fileURLToPath(new URL("../../tests/web", import.meta.url));

/** Tests that put something in a module's or the browser's place: each needs a world of its own, which
 *  takes half a second. All others share one. */
const putsInPlace = readdirSync(tests, { recursive: true, encoding: "utf8" }).filter(
  (file) =>
    file.endsWith(".test.ts") &&
    /vi\.mock|stub(Global|Browser)/.test(readFileSync(`${tests}/${file}`, "utf8")),
);

export default defineConfig({
  plugins: [wordSections()],
  resolve: { alias: { "@motcua": shared }, dedupe: ["preact", "@preact/signals"] },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // the pages' Content-Security-Policy allows no data: fonts or scripts
    modulePreload: { polyfill: false },
  },
  test: {
    include: ["**/*.test.ts"],
    setupFiles: [`${tests}/setup.mjs`],
    pool: "threads",
    poolOptions: { threads: { isolate: false } },
    poolMatchGlobs: putsInPlace.map((file) => [`**/${file}`, "forks"]),
  },
  server: {
    fs: { allow: [fileURLToPath(new URL("../..", import.meta.url))] }, // tests read pages' sources
    proxy: {
      "/api": { target: core, ws: true },
      "/local": { target: core, ws: true },
      "/sounds": core,
    },
  },
});
