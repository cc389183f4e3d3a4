import { useEffect } from "preact/hooks";

import { defineTexts } from "@motcua/language";

import { leave } from "../leave";
import { Heading } from "../parts/heading";
import { Touch } from "../parts/touch";
import { flow } from "../ticket";
import type { Flow } from "../ticket_flow";

const t = defineTexts(
  {
    failed: "Máy chưa in được phiếu",
    unknown: "Phiếu có thể đã in ra, mời xem khe lấy phiếu",
    yours: "Số giữ cho quý khách",
    again: "Thử in lại",
    noted: "Tôi đã ghi lại số này",
    haveIt: "Tôi đã có phiếu",
    what: "Quý khách có thể ghi lại số rồi chờ gọi như thường, hoặc báo cán bộ ở bàn hướng dẫn.",
    giveUp: "Không lấy số nữa",
    busy: "Đang in lại…",
  },
  {
    failed: "Your ticket could not be printed",
    unknown: "The ticket may have come out: please look at the slot",
    yours: "The number kept for you",
    again: "Print again",
    noted: "I have noted this number",
    haveIt: "I have the ticket",
    what: "You may note the number and wait as usual, or ask at the information desk.",
    giveUp: "Give the number back",
    busy: "Printing again…",
  },
);

const leavesAfter = 120_000; // the agent gives back what nobody confirmed

export function NotPrintedScreen({ failed }: { failed: Flow & { step: "failed" } }) {
  const texts = t();
  const { number, state, can_retry } = failed.problem;
  const isUnknown = state === "unknown";
  useEffect(() => {
    const timer = setTimeout(() => leave(), leavesAfter);
    return () => clearTimeout(timer);
  }, [failed]);
  const title = isUnknown ? texts.unknown : texts.failed;
  return (
    <>
      <Heading sounds={["kiosk-not-printed"]} text={`${title}. ${failed.text}`}>
        {title}
      </Heading>
      {failed.text && (
        <p class="notice bad" lang="vi">
          {failed.text}
        </p>
      )}
      <p class="your-number number">
        <small>{texts.yours}</small>
        <strong>{number}</strong>
      </p>
      <p>{texts.what}</p>
      <div class="choices">
        {can_retry && (
          <Touch look="primary" disabled={failed.busy} onTouch={() => void flow.tryAgain()}>
            {failed.busy ? texts.busy : texts.again}
          </Touch>
        )}
        <Touch disabled={failed.busy} onTouch={() => void flow.haveIt()}>
          {isUnknown ? texts.haveIt : texts.noted}
        </Touch>
        <Touch look="quiet" onTouch={() => leave({ keepLook: true })}>
          {texts.giveUp}
        </Touch>
      </div>
    </>
  );
}
