// Puts a paper on a printer: through the agent, or through the browser where there is none.

import { newKey, Problem } from "@motcua/api/client";
import { language, wordsOf } from "@motcua/language";
import { toast } from "@motcua/ui";

import { ask, batchReceiptPath, noteStatus, type PaperKind, paperPath } from "../api";
import { agent } from "./agent";

const t = wordsOf("counterPrint");

/** `reprint`: one may have come out before; the agent marks it so. */
export type Print = ({ dossier: string; kind: PaperKind } | { codes: string[] }) & {
  reprint?: boolean;
};

export type PrintOutcome = "printed" | "failed" | "unknown";

async function printByAgent(what: Print): Promise<PrintOutcome> {
  const body =
    "codes" in what
      ? { ...what, kind: "batch-receipt", printer: "sheet", copies: 1 }
      : { ...what, printer: "sheet", copies: 1 };
  try {
    await ask("POST", "/local/print", { body, key: newKey() });
    return "printed";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const state = (error.body as { state?: string }).state;
    const unknown = state === "unknown" || error.status === 0;
    toast("bad", error.message || (unknown ? t().perhaps : t().failed));
    return unknown ? "unknown" : "failed";
  }
}

const frameId = "print-frame";

/** The browser's own dialog prints the PDF; whether it did is never told. */
async function printByBrowser(path: string): Promise<PrintOutcome> {
  const answer = await fetch(path, {
    credentials: "same-origin",
    headers: { "Accept-Language": language.value },
  }).catch(() => undefined);
  if (!answer?.ok) {
    if (answer) noteStatus(answer.status);
    const problem = (await answer?.json().catch(() => undefined)) as
      | { detail?: string }
      | undefined;
    toast("bad", problem?.detail ?? t().noPaper);
    return "failed";
  }
  document.getElementById(frameId)?.remove();
  const frame = document.createElement("iframe");
  frame.id = frameId;
  frame.className = "print-frame";
  frame.title = t().frame;
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  frame.src = path;
  await new Promise<void>((resolve) => {
    frame.onload = () => resolve();
    document.body.append(frame);
  });
  frame.contentWindow?.print();
  return "printed";
}

/** `quiet`: that it was printed is told elsewhere on the screen. */
export async function print(what: Print, { quiet = false } = {}): Promise<PrintOutcome> {
  if (agent.value) {
    const outcome = await printByAgent(what);
    if (outcome === "printed" && !quiet) toast("good", t().printed);
    return outcome;
  }
  return printByBrowser(
    "codes" in what ? batchReceiptPath(what.codes) : paperPath(what.dossier, what.kind),
  );
}
