// A scan, from the agent or typed by a scanner, goes where it belongs from anywhere on the page.

import { defineTexts } from "@motcua/language";
import { toast } from "@motcua/ui";

import { isOfSomebodyElse, withCard } from "../intake/draft";
import { addDraft, change, mostDrafts, openDraft, openId } from "../intake/drafts";
import { focusProcedure } from "../intake/focus";
import { whenScanned } from "../local/agent";
import { go, openDossier } from "../navigation";
import { startIfCalled } from "../queue/queue";
import { shownTicket } from "../queue/ticket_dialog";
import type { Card } from "./card";
import { readScan, type Scan } from "./code";
import { listenForScanner } from "./wedge";

const t = defineTexts(
  {
    filled: (name: string) => `Đã điền từ thẻ: ${name}. Hãy đối chiếu với thẻ.`,
    doubtful: "Thẻ có chỗ chưa khớp: xem cảnh báo ở phần người nộp.",
    another: (name: string) => `Thẻ của người khác: đã mở bản nhập mới cho ${name}.`,
    tooMany: `Đang mở ${mostDrafts} bản nhập: hãy đóng bớt một bản rồi quét lại thẻ.`,
    unknown: "Mã vừa quét không phải thẻ căn cước, giấy hẹn hay số thứ tự của bộ phận một cửa.",
  },
  {
    filled: (name: string) => `Filled from the card: ${name}. Compare it with the card.`,
    doubtful: "The card contradicts itself: see the warning beside the applicant.",
    another: (name: string) => `Somebody else's card: a new draft was opened for ${name}.`,
    tooMany: `${mostDrafts} drafts are open: close one and scan the card again.`,
    unknown: "What was scanned is no ID card, receipt or ticket of this office.",
  },
);

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
      toast("bad", t().tooMany);
      return;
    }
    toast(card.doubts.length > 0 ? "warn" : "info", t().another(card.name));
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
  whenScanned(takeScan);
  return listenForScanner((text) => takeScan(readScan(text)));
}
