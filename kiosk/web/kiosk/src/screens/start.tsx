import { defineTexts, language } from "@motcua/language";

import { waitText } from "../../../wait_text";
import { state } from "../agent";
import type { LocalService } from "../api";
import { Heading } from "../parts/heading";
import { Scroller } from "../parts/scroller";
import { Touch } from "../parts/touch";
import { go } from "../screen";
import "./start.css";

const t = defineTexts(
  {
    title: "Mời chạm vào dịch vụ để lấy số",
    services: "Dịch vụ",
    waiting: (count: string) => `${count} người đang chờ`,
    nobody: "Chưa có người chờ",
    wait: (text: string) => `chờ khoảng ${text}`,
    waitUnknown: "chưa biết thời gian chờ",
    notKnown: "Chưa xem được số người chờ",
    closed: "Hiện chưa nhận",
    opens: (hour: string) => `Mở lúc ${hour}`,
    procedures: "Tra cứu thủ tục",
    proceduresFor: "Giấy tờ, lệ phí, thời gian",
    dossier: "Tra cứu hồ sơ",
    dossierFor: "Quét giấy tiếp nhận",
    dossierByCode: "Theo mã trên giấy tiếp nhận",
    feedback: "Phản ánh, đánh giá",
    feedbackFor: "Ý kiến của quý khách",
  },
  {
    title: "Touch the service you need",
    services: "Services",
    waiting: (count: string) => `${count} waiting`,
    nobody: "Nobody is waiting",
    wait: (text: string) => `about ${text}`,
    waitUnknown: "waiting time not known yet",
    notKnown: "Waiting cannot be shown just now",
    closed: "Closed now",
    opens: (hour: string) => `Closed now, opens at ${hour}`,
    procedures: "Procedures",
    proceduresFor: "Papers, fee, time needed",
    dossier: "My dossier",
    dossierFor: "Scan your receipt",
    dossierByCode: "By the code on your receipt",
    feedback: "Feedback",
    feedbackFor: "Tell us your opinion",
  },
);

const manyServices = 7;

export function StartScreen() {
  const texts = t();
  const services = state.value?.services ?? [];
  const hasScanner = state.value?.scanner.state === "ok";
  const read = [texts.title, ...services.map((each) => each.name)].join(". ");
  return (
    <div class="start">
      <Heading sounds={["kiosk-start"]} text={read}>
        {texts.title}
      </Heading>
      <Scroller label={texts.services}>
        <ul class={services.length >= manyServices ? "services many" : "services"}>
          {services.map((each) => (
            <Service key={each.letter} service={each} />
          ))}
        </ul>
      </Scroller>
      <div class="others">
        <Touch icon="search" small={texts.proceduresFor} onTouch={() => go({ name: "procedures" })}>
          {texts.procedures}
        </Touch>
        <Touch
          icon="scan"
          small={hasScanner ? texts.dossierFor : texts.dossierByCode}
          onTouch={() => go({ name: "scan" })}
        >
          {texts.dossier}
        </Touch>
        <Touch icon="face" small={texts.feedbackFor} onTouch={() => go({ name: "feedback" })}>
          {texts.feedback}
        </Touch>
      </div>
    </div>
  );
}

function Service({ service }: { service: LocalService }) {
  return (
    <li>
      <button
        type="button"
        class={service.open ? "service" : "service closed"}
        onClick={() => go({ name: "service", letter: service.letter })}
      >
        <b class="letter">{service.letter}</b>
        <span class="name">{service.name}</span>
        <span class="line number">{lineText(service)}</span>
      </button>
    </li>
  );
}

/** How many wait and how long; never a figure that is not known. */
export function lineText({ open, closed_text, waiting, expected_wait }: LocalService): string {
  const texts = t();
  if (!open) return closedText(closed_text);
  if (waiting === null) return texts.notKnown;
  if (waiting === 0) return texts.nobody;
  const people = texts.waiting(String(waiting));
  if (!expected_wait || expected_wait === "chưa biết") return `${people}, ${texts.waitUnknown}`;
  return `${people}, ${texts.wait(waitText(expected_wait, language.value))}`;
}

/** The agent says in Vietnamese when it opens; the hour alone needs no translating. */
export function closedText(text: string): string {
  const texts = t();
  if (language.value === "vi") return text || texts.closed;
  const hour = /[Mm]ở.*?(\d{1,2}:\d{2})/.exec(text)?.[1];
  return hour ? texts.opens(hour) : texts.closed;
}
