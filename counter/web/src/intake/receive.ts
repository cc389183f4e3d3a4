// Sends a draft to the core, with one key until it is known what became of it: a core that is away
// gets the same again when it is back, and never receives a dossier twice.

import { newKey, Problem } from "@motcua/api/client";
import { now } from "@motcua/clock";
import { wordsOf } from "@motcua/language";
import { person } from "@motcua/session";
import { toast } from "@motcua/ui";
import { signal } from "@preact/signals";

import { type BegunDossier, receive, refuse } from "../api";
import { connected } from "../feed";
import { print, type PrintOutcome } from "../local/print";
import { bodyOf, type Draft, nextOfVisit, type Sending } from "./draft";
import { change, drafts, newId, openDraft, replaceDraft, saveNow } from "./drafts";
import { focusProcedure } from "./focus";
import { nameProblem } from "./name";
import { countUse, procedureOf } from "./procedures";

const t = wordsOf("counterReceive");

const firstWait = 1_000;
const longestWait = 5_000;

const inFlight = new Set<string>();
/** How the last print of a draft's paper went, by draft. */
export const printOutcomes = signal<Record<string, PrintOutcome | "printing">>({});

function tellOutcome(id: string, outcome: PrintOutcome | "printing"): void {
  printOutcomes.value = { ...printOutcomes.value, [id]: outcome };
}

export async function printResult(draft: Draft, { reprint = false } = {}): Promise<void> {
  if (!draft.result) return;
  const kind = draft.resultKind === "refuse" ? "refusal" : "receipt";
  tellOutcome(draft.id, "printing");
  const together = kind === "receipt" && draft.visit.length > 1;
  const outcome = await print(
    together ? { codes: draft.visit, reprint } : { dossier: draft.result.code, kind, reprint },
    { quiet: true },
  );
  tellOutcome(draft.id, outcome);
}

/** Where its person has left meanwhile, the draft is sent again after the next log-in, and the core
 *  answers the same by its key. */
function settle(id: string, sending: Sending, result: BegunDossier): void {
  if (!drafts.value.some((each) => each.id === id)) return;
  change(id, (draft) => ({
    ...draft,
    sending: null,
    errors: {},
    result,
    resultKind: sending.kind,
    visit: sending.kind === "receive" ? [...draft.visit, result.code] : draft.visit,
  }));
  void saveNow(id);
  countUse(sending.body.procedure);
  for (const notice of result.notices ?? []) toast("warn", notice.message);
  const draft = drafts.value.find((each) => each.id === id);
  if (!draft) return;
  const refused = sending.kind === "refuse";
  // Where its result is on the screen, that says it.
  if (sending.then === "next" || openDraft.value?.id !== id) {
    toast("good", refused ? t().refused(result.code) : t().received(result.code));
  }
  if (sending.then === "next") {
    replaceDraft(id, nextOfVisit(draft, newId(), now.value.toISOString()));
    focusProcedure();
  } else {
    void printResult(draft);
  }
}

/** The core has refused: the officer corrects and sends anew, with another key. */
function giveBack(id: string, problem: Problem): void {
  if (!drafts.value.some((each) => each.id === id)) return; // its person has left: sent again then
  const errors = Object.fromEntries(
    (problem.body.errors ?? []).map((each) => [each.field, each.message]),
  );
  const mayBeMeant = (problem.body.errors ?? []).some((each) => each.may_be_meant);
  change(id, (draft) => ({ ...draft, sending: null, errors, mayBeMeant }));
  toast("bad", problem.message || t().check);
}

async function trySending(id: string, wait = firstWait): Promise<void> {
  const sending = drafts.value.find((each) => each.id === id)?.sending;
  if (!sending || inFlight.has(id) || !person.value) return;
  inFlight.add(id);
  try {
    const send = sending.kind === "refuse" ? refuse : receive;
    settle(id, sending, await send({ reason: "", ...sending.body }, sending.key));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const again = error.mayTryAgain || error.status === 429 || error.status === 500;
    if (again) {
      window.setTimeout(() => void trySending(id, Math.min(wait * 2, longestWait)), wait);
    } else if (error.status !== 401) {
      giveBack(id, error); // 401: sent again after the log-in
    }
  } finally {
    inFlight.delete(id);
  }
}

/** What must be there before it is worth asking the core. */
export function missingFields(
  draft: Draft,
  texts: { name: string; procedure: string },
): Record<string, string> {
  const errors: Record<string, string> = {};
  const noName = draft.name.trim() ? nameProblem(draft.name) : texts.name;
  if (noName) errors["applicant.name"] = noName;
  if (!draft.procedure) errors.procedure = texts.procedure;
  return errors;
}

export async function send(
  draft: Draft,
  { kind = "receive", then = "print", reason = "" }: Partial<Sending> & { reason?: string } = {},
): Promise<void> {
  if (draft.sending || draft.result) return;
  const body = { ...bodyOf(draft, procedureOf(draft.procedure)), ...(reason ? { reason } : {}) };
  const sending: Sending = { key: newKey(), kind, body, then };
  change(draft.id, (each) => ({ ...each, sending, errors: {} }));
  // The key is kept before it is used: after a crash the same is sent again, not a second one.
  await saveNow(draft.id);
  await trySending(draft.id);
}

export function resumeSending(): void {
  for (const draft of drafts.value) if (draft.sending) void trySending(draft.id);
}

connected.subscribe((value) => {
  if (value) resumeSending();
});
