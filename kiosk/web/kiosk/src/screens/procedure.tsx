import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

import { wordsOf } from "@motcua/language";

import { serviceTaking } from "../agent";
import type { ProcedureVersion } from "../api";
import { catalogue } from "../catalogue";
import { countLookUp } from "../looked_up";
import { Heading } from "../parts/heading";
import { Icon, type IconName } from "../parts/icon";
import { Scroller } from "../parts/scroller";
import { Touch } from "../parts/touch";
import { feeText, onlineText, timeNeeded } from "../procedure_words";
import { go, home } from "../screen";
import "./procedure.css";

const t = wordsOf("kioskProcedure");

export function ProcedureScreen({ code }: { code: string }) {
  const texts = t();
  useEffect(() => countLookUp(code), [code]);
  const procedure = catalogue.value?.items.find((each) => each.code === code);
  if (!procedure)
    return (
      <div class="procedure">
        <h1>{texts.gone}</h1>
        <Touch look="primary" onTouch={home}>
          {texts.home}
        </Touch>
      </div>
    );
  return (
    <div class="procedure">
      <Scroller label={procedure.name} key={code}>
        <Heading sounds={["kiosk-procedure"]} text={aloud(procedure)}>
          {procedure.name}
        </Heading>
        <p class="field">
          {procedure.field} · {code}
        </p>
        <dl>
          <Fact icon="clock" name={texts.time}>
            <strong>{timeNeeded(procedure)}</strong>
          </Fact>
          <Fact icon="money" name={texts.fee}>
            <strong>{feeText(procedure)}</strong>
          </Fact>
          <Fact icon="paper" name={texts.papers}>
            {procedure.documents.length === 0 && texts.noPapers}
            <ul>
              {procedure.documents.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </Fact>
          <Fact icon="globe" name={texts.online}>
            {onlineText(procedure)}
            {procedure.linked_agencies.length > 0 && (
              <p>{texts.linked(procedure.linked_agencies.join(", "))}</p>
            )}
          </Fact>
        </dl>
      </Scroller>
      <Take field={procedure.field} />
    </div>
  );
}

function Take({ field }: { field: string }) {
  const texts = t();
  const service = serviceTaking(field);
  return (
    <Touch
      icon="ticket"
      look="primary"
      onTouch={() => (service ? go({ name: "service", letter: service.letter }) : home())}
    >
      {service ? texts.take(service.name) : texts.takeAny}
    </Touch>
  );
}

function Fact(props: { icon: IconName; name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <Icon name={props.icon} />
        {props.name}
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function aloud(procedure: ProcedureVersion): string {
  const texts = t();
  return [
    procedure.name,
    `${texts.time}: ${timeNeeded(procedure)}`,
    `${texts.fee}: ${feeText(procedure)}`,
    `${texts.papers}: ${procedure.documents.join(", ")}`,
  ].join(". ");
}
