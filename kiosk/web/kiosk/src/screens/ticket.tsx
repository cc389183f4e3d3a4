import { useEffect } from "preact/hooks";

import { wordsOf } from "@motcua/language";

import { Touch } from "../parts/touch";
import { leave } from "../leave";
import { flow } from "../ticket";
import type { Flow } from "../ticket_flow";
import "./ticket.css";
import { NotPrintedScreen } from "./not_printed";
import { TicketDone } from "./ticket_done";

const t = wordsOf("kioskTicket");

export function TicketScreen() {
  const now = flow.state.value;
  // Reached without a touch: there is nothing to show here.
  useEffect(() => {
    if (!now) leave({ keepLook: true });
  }, [now]);
  return (
    <div class="ticket-screen" aria-live="assertive">
      {now && <Step now={now} />}
    </div>
  );
}

function Step({ now }: { now: Flow }) {
  const texts = t();
  switch (now.step) {
    case "printing":
      return (
        <>
          <PrintingPicture />
          <h1>{texts.printing}</h1>
          <p>{now.slow ? texts.slow : texts.printingDo}</p>
        </>
      );
    case "done":
      return <TicketDone number={now.ticket.number} ticket={now.ticket} />;
    case "noted":
      return <TicketDone number={now.number} ticket={null} />;
    case "failed":
      return <NotPrintedScreen failed={now} />;
    case "refused":
      return (
        <Stop title={texts.refused} text={now.text} hint={texts.refusedDo}>
          {null}
        </Stop>
      );
    case "unreachable":
      return (
        <Stop title={texts.unreachable} text="" hint={texts.unreachableDo}>
          <Touch look="primary" onTouch={() => void flow.tryAgain()}>
            {texts.again}
          </Touch>
        </Stop>
      );
  }
}

const leavesAfter = 60_000;

function Stop(props: {
  title: string;
  text: string;
  hint: string;
  children: preact.ComponentChildren;
}) {
  const texts = t();
  useEffect(() => {
    const timer = setTimeout(() => leave(), leavesAfter);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <h1>{props.title}</h1>
      {props.text && <p class="notice bad">{props.text}</p>}
      <p>{props.hint}</p>
      <div class="choices">
        {props.children}
        <Touch onTouch={() => leave({ keepLook: true })}>{texts.home}</Touch>
      </div>
    </>
  );
}

function PrintingPicture() {
  return (
    <svg class="printing-picture" viewBox="0 0 200 180" aria-hidden="true">
      <g class="paper">
        <rect x="60" y="60" width="80" height="100" />
        <path d="M75 85h50M75 100h50M88 125h24" />
      </g>
      <rect class="printer" x="20" y="20" width="160" height="56" rx="10" />
      <path class="slot" d="M50 66h100" />
    </svg>
  );
}
