// Builds every page into one folder, which core and the agents serve:
//   node build.mjs FOLDER
// Each program's pages are a build of their own; what they share lies in assets/ once for each.

import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = resolve(process.argv[2] ?? `${here}../../build/web`);

/** Per program its folder, and where each page's HTML lies in it and in the result. */
const programs = [
  {
    root: here,
    pages: { "index.html": "index.html", "office/index.html": "office/index.html" },
  },
  {
    root: resolve(here, "../../kiosk/web"),
    pages: { "kiosk/index.html": "kiosk/index.html", "board/index.html": "board/index.html" },
  },
  {
    root: resolve(here, "../../counter/web"),
    pages: { "src/index.html": "counter/index.html" },
  },
];

/** Vite puts an HTML file where its source lies below the root: puts it where it is served. */
const served = (pages) => ({
  name: "served-pages",
  enforce: "post",
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (pages[file.fileName]) file.fileName = pages[file.fileName];
    }
  },
});

rmSync(out, { recursive: true, force: true });
for (const { root, pages } of programs) {
  await build({
    root,
    configFile: resolve(here, "vite.config.ts"),
    logLevel: "warn",
    plugins: [served(pages)],
    build: {
      outDir: out,
      emptyOutDir: false,
      rollupOptions: { input: Object.keys(pages).map((page) => resolve(root, page)) },
    },
  });
}
