// Makes a folder of sounds for demonstration, spoken by espeak-ng; an office records its own over it:
//   node sounds.mjs FOLDER
// A file that is there already stays as it is.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";

// Names of the files without their ending, and what is to be heard in each.
const { calls, kiosk } = JSON.parse(readFileSync(new URL("sounds.json", import.meta.url), "utf8"));

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node sounds.mjs FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const wordsPerMinute = { syllable: "140", sentence: "150" };
let made = 0;
for (const [name, text] of Object.entries({ ...calls, ...kiosk })) {
  const file = join(folder, `${name}.wav`);
  if (existsSync(file)) continue;
  const speed = text.includes(" ") ? wordsPerMinute.sentence : wordsPerMinute.syllable;
  const spoken = spawnSync("espeak-ng", [
    "-v",
    "vi",
    "-s",
    speed,
    "-w",
    `${file}.part`,
    "--",
    text,
  ]);
  if (spoken.error ?? spoken.status !== 0) {
    console.error(`espeak-ng cannot speak: ${spoken.error?.message ?? spoken.stderr}`);
    console.error("Install espeak-ng, or put the office's own recordings into the folder.");
    process.exit(1);
  }
  renameSync(`${file}.part`, file);
  ++made;
}
console.error(`${made} sounds made in ${folder}`);
