// Makes generated/api.d.ts, the types of the core's API, of its own description:
//   node generate.mjs openapi.json

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

import openapiTS, { astToString } from "openapi-typescript";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("usage: node generate.mjs OPENAPI.json   (motcua-core openapi prints it)");
  process.exit(2);
}
const description = JSON.parse(readFileSync(file, "utf8"));
const folder = new URL("generated/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("api.d.ts", folder), astToString(await openapiTS(description)));
