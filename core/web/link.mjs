// The pages of kiosk and counter use the packages installed here: lets their imports find them.

import { existsSync, lstatSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("node_modules", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));

for (const folder of ["kiosk/web", "counter/web", "tests/web"]) {
  const link = `${root}${folder}/node_modules`;
  mkdirSync(dirname(link), { recursive: true });
  if (existsSync(link) || lstatSync(link, { throwIfNoEntry: false })) continue;
  symlinkSync(relative(dirname(link), packages), link);
}
