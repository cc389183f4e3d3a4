// A scan, from the agent or typed by a scanner, goes where it belongs from anywhere on the page.

import { wordsOf } from "@motcua/language";
import { toast } from "@motcua/ui";

import { isDamaged, isOfSomebodyElse, withCard } from "../intake/draft";
import { addDraft, change, mostDrafts, openDraft, openId } from "../intake/drafts";
import { focusProcedure } from "../intake/focus";
import { whenScanned } from "../local/agent";
import { go, openDossier } from "../navigation";
import { startIfCalled } from "../queue/queue";
import { shownTicket } from "../queue/ticket_dialog";
import type { Card, Scan } from "./code";
import { readScan } from "./read";
import { listenForScanner } from "./wedge";

const t = wordsOf("counterRoute");

function takeCard(card: Card): void {
  go({ screen: "intake" });
  const draft = openDraft.value;
  if (draft && !isOfSomebodyElse(draft, card)) {
    openId.value = draft.id;
    change(draft.id, (each) => withCard(each, card));
    if (card.doubts.length > 0) toast("warn", t().doubtful);
    else toast("good", t().filled(card.name));
  } else {
    // What another person's card says never goes into this person's dossier.
    if (!addDraft((each) => withCard(each, card))) {
      toast("bad", t().tooMany(mostDrafts));
      return;
    }
    toast(
      card.doubts.length > 0 ? "warn" : "info",
      t().another(isDamaged(card, "full_name") ? card.id_number : card.name),
    );
  }
  void startIfCalled();
  focusProcedure();
}

export function takeScan(scan: Scan): void {
  switch (scan.kind) {
    case "card":
      takeCard(scan.card);
      break;
    case "dossier":
      openDossier(scan.code);
      break;
    case "ticket":
      shownTicket.value = scan.code;
      break;
    case "unknown":
      toast("warn", scan.problem || t().unknown);
  }
}

export function startScans(): () => void {
  // A scanner that sends keys may lose letters: what its agent cannot tell is read as typed.
  whenScanned((scan) => {
    if (scan.kind !== "unknown" || scan.problem) takeScan(scan);
    else void readScan(scan.text).then(takeScan);
  });
  const stopListening = listenForScanner((readings) => void readScan(...readings).then(takeScan));
  return () => {
    stopListening();
    whenScanned(() => {}); // nobody is there whose draft it would be
  };
}
