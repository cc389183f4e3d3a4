// The procedures in force, kept for the page, and how often this machine took each: what a counter
// takes every day comes first.

import { computed, signal } from "@preact/signals";

import { language } from "@motcua/language";

import { loadProcedures, type ProcedureVersion } from "../api";
import { onReload } from "../feed";
import { indexed } from "./procedure_search";

const key = "motcua.procedure-uses";
const mostKept = 200;

function storedUses(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, number>;
  } catch {
    return {};
  }
}

export const procedures = signal<ProcedureVersion[]>([]);
export const uses = signal<Record<string, number>>(storedUses());
export const entries = computed(() => indexed(procedures.value));
const byCode = computed(() => new Map(procedures.value.map((each) => [each.code, each])));

export function procedureOf(code: string | null): ProcedureVersion | undefined {
  return code === null ? undefined : byCode.value.get(code);
}

export function countUse(code: string): void {
  const counted = Object.entries({ ...uses.value, [code]: (uses.value[code] ?? 0) + 1 });
  uses.value = Object.fromEntries(counted.sort((a, b) => b[1] - a[1]).slice(0, mostKept));
  try {
    localStorage.setItem(key, JSON.stringify(uses.value));
  } catch {
    // storage is switched off: counted for this page only
  }
}

// The catalogue is public: kept here, it lets an intake go on while the core is away.
const catalogueKey = "motcua.catalogue";

try {
  procedures.value = JSON.parse(localStorage.getItem(catalogueKey) ?? "[]") as ProcedureVersion[];
} catch {
  // nothing kept, or storage is switched off
}

async function load(): Promise<void> {
  procedures.value = await loadProcedures();
  try {
    localStorage.setItem(catalogueKey, JSON.stringify(procedures.value));
  } catch {
    // too large or switched off: loaded anew each time
  }
}

onReload(load);

// The core says how long a procedure takes in the language of the page.
let spoken = language.peek();
language.subscribe((now) => {
  if (now === spoken) return;
  spoken = now;
  void load().catch(() => {
    // the core is away: the words stay as they are until the next reload
  });
});
