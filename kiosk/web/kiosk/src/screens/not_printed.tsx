import { useEffect } from "preact/hooks";

import { wordsOf } from "@motcua/language";

import { leave } from "../leave";
import { Heading } from "../parts/heading";
import { Touch } from "../parts/touch";
import { flow } from "../ticket";
import type { Flow } from "../ticket_flow";

const t = wordsOf("kioskNotPrinted");

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
      {failed.text && <p class="notice bad">{failed.text}</p>}
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
