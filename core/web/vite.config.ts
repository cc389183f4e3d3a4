import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

import { wordSections } from "./words/sections";

const shared = fileURLToPath(new URL("./src", import.meta.url));

// MOTCUA_CORE: where `vite` (for developing) finds a running core or agent.
const core = process.env.MOTCUA_CORE ?? "http://127.0.0.1:8080";

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
    setupFiles: [fileURLToPath(new URL("../../tests/web/setup.mjs", import.meta.url))],
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
