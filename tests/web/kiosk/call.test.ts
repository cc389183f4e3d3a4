import { expect, test } from "vitest";

import { callSyllables, soundName, soundsOfCalls } from "../../../kiosk/web/voice/call";
import { telex } from "../../../kiosk/web/voice/telex";
import { calls } from "../../../kiosk/web/sounds.json";
import { soundingSpan } from "../../../kiosk/web/voice/trim";

const listed = new Map(Object.entries(calls));
const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

test("a call is read as the core words it: every number digit by digit", () => {
  expect(callSyllables("B007", 2).join(" ")).toBe("mời số B không không bảy đến quầy số hai");
  expect(callSyllables("A015", 12).join(" ")).toBe("mời số A không một năm đến quầy số một hai");
  expect(callSyllables("C1000", 3).join(" ")).toBe("mời số C một không không không đến quầy số ba");
});

test("a sound file is named as its syllable is typed in Telex", () => {
  expect(["mời", "đến", "quầy", "không", "bảy", "năm", "xoong", "người"].map(telex)).toEqual([
    "mowif",
    "ddeens",
    "quaayf",
    "khoong",
    "bayr",
    "nawm",
    "xooong",
    "nguwowif",
  ]);
  expect(telex("bảy".normalize("NFD"))).toBe("bayr");
});

test("a letter of a number is told from a syllable of the same writing", () => {
  expect(soundName("A")).toBe("letter-a");
  expect(soundName("ba")).toBe("ba");
});

test("all sounds that a call can need are in the list, each under a name of its own", () => {
  const needed = soundsOfCalls(alphabet);
  expect(new Set(needed).size).toBe(needed.length);
  expect(needed.filter((each) => !listed.has(each))).toEqual([]);
  for (const [name, text] of listed) if (!name.includes("-")) expect(telex(text)).toBe(name);
});

test("numbers and counters up to 99 need no sound beyond the list", () => {
  for (let counter = 1; counter < 100; ++counter)
    for (const each of callSyllables(`A${String(counter).padStart(3, "0")}`, counter))
      expect(listed.has(soundName(each))).toBe(true);
});

test("silence around a recording is left out, all but a breath", () => {
  const samples = new Float32Array(1000);
  samples.fill(0.5, 400, 600);
  const span = soundingSpan(samples, 1000);
  expect(span.start).toBeCloseTo(0.385, 3);
  expect(span.length).toBeCloseTo(0.229, 3);
});

test("a recording of silence stays as long as it is", () => {
  expect(soundingSpan(new Float32Array(500), 1000)).toEqual({ start: 0, length: 0.5 });
});
