// Builds every page into one folder, which core and the agents serve:
//   node build.mjs FOLDER
// Each program's pages are a build of their own, since an HTML file's place in the result is its
// place below the build's root; what they share lies in assets/ once for each.

import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "../../build/web"));
const roots = [here, join(here, "../../kiosk/web"), join(here, "../../counter/web")];

/** index.html of the root, or of each of its folders. */
function pagesOf(root) {
  const own = join(root, "index.html");
  if (existsSync(own)) return [own];
  return readdirSync(root, { withFileTypes: true })
    .filter((each) => each.isDirectory() && existsSync(join(root, each.name, "index.html")))
    .map((each) => join(root, each.name, "index.html"));
}

rmSync(out, { recursive: true, force: true });
for (const root of roots.filter((each) => existsSync(each))) {
  const input = pagesOf(root);
  if (input.length === 0) continue;
  await build({
    root,
    configFile: join(here, "vite.config.ts"),
    logLevel: "warn",
    build: { outDir: out, emptyOutDir: false, rollupOptions: { input } },
  });
}
