import { language, officeLanguage, wordsOf } from "@motcua/language";

import { state } from "../agent";
import type { LocalService } from "../api";
import { Heading } from "../parts/heading";
import { Scroller } from "../parts/scroller";
import { Touch } from "../parts/touch";
import { go } from "../screen";
import { waitText } from "../wait";
import "./start.css";

const t = wordsOf("kioskStart");

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

type ClosedReason = Pick<LocalService, "closed_text" | "closed">;

/** How many wait and how long; never a figure that is not known. */
export function lineText(service: LocalService): string {
  const texts = t();
  const { open, waiting } = service;
  if (!open) return closedText(service);
  if (waiting === null) return texts.notKnown;
  if (waiting === 0) return texts.nobody;
  const people = texts.waiting(String(waiting));
  const wait = waitText(service);
  return `${people}, ${wait ? texts.wait(wait) : texts.waitUnknown}`;
}

/** The machine has the core's sentence in the office's language; in another the hours are said. */
export function closedText({ closed_text, closed }: ClosedReason): string {
  const texts = t();
  if (language.value === officeLanguage) return closed_text || texts.closed;
  const hours = (closed?.hours ?? []).map(({ from, to }) => `${from}-${to}`);
  return hours.length > 0 ? texts.opens(hours.join(", ")) : texts.closed;
}
