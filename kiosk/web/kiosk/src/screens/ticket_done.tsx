import { useEffect } from "preact/hooks";

import { wordsOf } from "@motcua/language";

import type { LocalTicket } from "../api";
import { leave } from "../leave";
import { Heading } from "../parts/heading";
import { Touch } from "../parts/touch";
import { isReading, numberSounds } from "../reader";
import { waitText } from "../wait";

const t = wordsOf("kioskTicketDone");

const shownFor = 12_000;

/** `ticket` null: nothing was printed, but the citizen has noted the number. */
export function TicketDone({ number, ticket }: { number: string; ticket: LocalTicket | null }) {
  const texts = t();
  // Who has it read aloud needs longer.
  const reading = isReading.value;
  useEffect(() => {
    if (reading) return undefined;
    const timer = setTimeout(() => leave(), shownFor);
    return () => clearTimeout(timer);
  }, [reading]);
  const title = ticket ? texts.take : texts.remember;
  const sounds = ["kiosk-your-number", ...numberSounds(number), "kiosk-take-ticket"];
  return (
    <>
      <Heading sounds={sounds} text={`${texts.yours}: ${[...number].join(" ")}. ${title}`}>
        {title}
      </Heading>
      <p class="your-number number">
        <small>
          {texts.yours}
          {ticket && ` – ${ticket.service_name}`}
        </small>
        <strong>{number}</strong>
      </p>
      {ticket && <Line ticket={ticket} />}
      <p>{texts.listen}</p>
      <div class="choices">
        <Touch look="primary" onTouch={() => leave()}>
          {texts.done}
        </Touch>
      </div>
      <div class={reading ? "time-left stopped" : "time-left"} aria-hidden="true" />
    </>
  );
}

function Line({ ticket }: { ticket: LocalTicket }) {
  const texts = t();
  if (ticket.offline) return <p class="notice warn">{texts.offline}</p>;
  const { ahead } = ticket;
  const wait = waitText(ticket);
  return (
    <p class="place number">
      {ahead !== null && <strong>{ahead === 0 ? texts.first : texts.ahead(String(ahead))}</strong>}
      <span>{wait ? texts.wait(wait) : texts.waitUnknown}</span>
    </p>
  );
}
