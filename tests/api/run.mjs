// Holds the server to its own description: node run.mjs PROGRAM DEMO-FOLDER
//
// Makes a ward, starts the server, has the description judged by a public validator, calls every
// operation and holds each answer, problem and event to its schema; then makes TypeScript types of
// the description and compiles a client of them.

import { existsSync } from "node:fs";

const [program, demo] = process.argv.slice(2);
if (!program || !demo) {
  console.error("usage: node run.mjs PROGRAM DEMO-FOLDER");
  process.exit(2);
}
if (!existsSync(new URL("node_modules", import.meta.url))) {
  console.error("packages are missing: run npm ci in tests/api (tests/run.sh does)");
  process.exit(1);
}

const { Client } = await import("./client.mjs");
const { Description } = await import("./description.mjs");
const { liveOneDay } = await import("./story.mjs");
const { compileTypes } = await import("./types.mjs");
const { Ward } = await import("./ward.mjs");

async function check(ward) {
  const { url, password } = await ward.start();
  const response = await fetch(`${url}/api/openapi.json`);
  const description = new Description(await response.json());
  const faults = await description.faults();
  if (faults.length > 0) return faults; // the rest would only repeat it
  const client = new Client(url, description);
  try {
    await liveOneDay(client, password);
  } catch (error) {
    client.fault(error.stack);
  }
  return [...client.faults, ...(await compileTypes(description.document, ward.folder))];
}

const ward = new Ward(program, demo);
try {
  const faults = [...new Set(await check(ward))];
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? "every answer is as described" : `${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await ward.stop();
}
