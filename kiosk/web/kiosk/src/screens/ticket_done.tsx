import { useEffect } from "preact/hooks";

import { defineTexts, language } from "@motcua/language";

import { waitText } from "../../../wait_text";
import type { LocalTicket } from "../api";
import { leave } from "../leave";
import { Heading } from "../parts/heading";
import { Touch } from "../parts/touch";
import { isReading, numberSounds } from "../reader";

const t = defineTexts(
  {
    take: "Mời lấy phiếu",
    remember: "Mời quý khách nhớ số của mình",
    yours: "Số của quý khách",
    first: "Quý khách là người tiếp theo",
    ahead: (count: string) => `Còn ${count} người trước quý khách`,
    wait: (text: string) => `Chờ khoảng ${text}`,
    waitUnknown: "Chưa biết thời gian chờ",
    offline: "Phiếu cấp khi mất kết nối: vẫn được gọi theo thứ tự.",
    listen: "Mời ngồi chờ, nghe và xem bảng gọi số.",
    done: "Xong",
  },
  {
    take: "Please take your ticket",
    remember: "Please remember your number",
    yours: "Your number",
    first: "You are next",
    ahead: (count: string) => `${count} ahead of you`,
    wait: (text: string) => `About ${text}`,
    waitUnknown: "Waiting time not known yet",
    offline: "Issued without a connection: it will be called in its turn.",
    listen: "Please take a seat, and watch and listen for your number.",
    done: "Done",
  },
);

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
  const { ahead, expected_wait } = ticket;
  const isKnown = expected_wait !== null && expected_wait !== "chưa biết";
  return (
    <p class="place number">
      {ahead !== null && <strong>{ahead === 0 ? texts.first : texts.ahead(String(ahead))}</strong>}
      <span>
        {isKnown ? texts.wait(waitText(expected_wait, language.value)) : texts.waitUnknown}
      </span>
    </p>
  );
}
