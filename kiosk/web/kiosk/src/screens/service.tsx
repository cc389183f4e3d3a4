import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import { serviceOf, state } from "../agent";
import { Heading } from "../parts/heading";
import { Scroller } from "../parts/scroller";
import { Touch } from "../parts/touch";
import { go, home } from "../screen";
import { takeTicket } from "../ticket";
import { ScanPicture } from "./scan_picture";
import "./service.css";
import { closedText, lineText } from "./start";

const t = wordsOf("kioskService");

/** The second touch: the number, or a priority number. */
export function ServiceScreen({ letter }: { letter: string }) {
  const texts = t();
  const service = serviceOf(letter);
  if (!service?.open)
    return (
      <Closed name={service?.name ?? letter} text={closedText(service ?? { closed_text: "" })} />
    );
  const sound = service.returns ? "kiosk-fetch" : "kiosk-service";
  const read = `${service.name}. ${lineText(service)}. ${service.returns ? texts.scan : texts.take}`;
  return (
    <Scroller label={service.name}>
      <div class="service-screen">
        <Heading sounds={[sound]} text={read}>
          <b class="letter">{letter}</b> {service.name}
        </Heading>
        <p class="line">{lineText(service)}</p>
        {service.returns && (
          <div class="by-receipt">
            <ScanPicture />
            <p>
              <strong>{texts.scan}</strong>
              <br />
              {texts.scanFor}
            </p>
          </div>
        )}
        <div class="take">
          <Touch
            icon="ticket"
            look="primary"
            small={texts.takeFor}
            onTouch={() => takeTicket({ service: letter })}
          >
            {service.returns ? texts.takeWithout : texts.take}
          </Touch>
        </div>
        {!service.returns && (
          <Touch
            icon="paper"
            look="quiet"
            onTouch={() => go({ name: "procedures", service: letter })}
          >
            {texts.papers}
          </Touch>
        )}
        <Priorities letter={letter} />
      </div>
    </Scroller>
  );
}

function Priorities({ letter }: { letter: string }) {
  const texts = t();
  const priorities = state.value?.priorities ?? [];
  if (priorities.length === 0) return null;
  return (
    <section class="priorities" aria-labelledby="priorities">
      <h2 id="priorities">{texts.priority}</h2>
      <p>{texts.priorityFor}</p>
      <div class="choices">
        {priorities.map(({ kind }) => (
          <Touch key={kind} onTouch={() => takeTicket({ service: letter, priority: kind })}>
            {vocabulary.priority.word(kind)}
          </Touch>
        ))}
      </div>
    </section>
  );
}

function Closed({ name, text }: { name: string; text: string }) {
  const texts = t();
  return (
    <div class="service-screen">
      <Heading sounds={["kiosk-start"]} text={`${name}. ${texts.closed}. ${text}`}>
        {name}
      </Heading>
      <p class="notice warn">
        <strong>{texts.closed}</strong>
        <br />
        {text}
        <br />
        {texts.closedDo}
      </p>
      <Touch look="primary" onTouch={home}>
        {texts.others}
      </Touch>
    </div>
  );
}
