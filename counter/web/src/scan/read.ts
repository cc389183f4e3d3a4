// Has a typed text read: by the agent, which is there when the core is not, or else by the core.

import { Problem, type Schemas } from "@motcua/api/client";

import { ask } from "../api";
import { hasAgent } from "../local/agent";
import { bareCode, isScan, type Scan, scanOf } from "./code";

const longest = 1_000;

async function readText(raw: string): Promise<Scan> {
  const text = raw.trim().slice(0, longest);
  const bare = bareCode(text);
  if (bare || !isScan(text)) return bare ?? { kind: "unknown", text };
  const path = hasAgent.value ? "/local/scans" : "/api/v1/scans";
  try {
    return scanOf({ text, ...(await ask<Schemas["Scan"]>("POST", path, { body: { text } })) });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { kind: "unknown", text, problem: error.message };
  }
}

/** The first of the readings that is something; else what the first one lacks. */
export async function readScan(...readings: string[]): Promise<Scan> {
  let unread: Scan | undefined;
  for (const reading of readings) {
    const scan = await readText(reading);
    if (scan.kind !== "unknown") return scan;
    if (!unread || (unread.kind === "unknown" && !unread.problem)) unread = scan;
  }
  return unread ?? { kind: "unknown", text: "" };
}
