import { formatDate } from "@motcua/format";
import { wordsOf } from "@motcua/language";

import { state } from "../agent";
import { getDossier, type PublicDossier } from "../api";
import { Heading } from "../parts/heading";
import { Scroller } from "../parts/scroller";
import { Touch } from "../parts/touch";
import { go, home } from "../screen";
import { ratedCode } from "../scans";
import { takeTicket } from "../ticket";
import { stepOf, tell } from "./dossier_words";
import { Loaded } from "./loaded";
import "./dossier.css";

const t = wordsOf("kioskDossier");

export function DossierScreen({ code }: { code: string }) {
  return (
    <Loaded load={() => getDossier(code)} of={code}>
      {(dossier) => <Progress dossier={dossier} />}
    </Loaded>
  );
}

function Progress({ dossier }: { dossier: PublicDossier }) {
  const texts = t();
  const { look, what, next } = tell(dossier);
  const sound = dossier.ready ? "kiosk-dossier-ready" : "kiosk-dossier";
  return (
    <Scroller label={texts.code}>
      <div class="dossier">
        <Heading sounds={[sound]} text={`${what}. ${next}`}>
          {what}
        </Heading>
        <p class={`notice ${look}`}>{next}</p>
        <Steps step={stepOf(dossier)} />
        <Acts dossier={dossier} />
        <dl>
          <dt>{texts.code}</dt>
          <dd class="number">{dossier.code}</dd>
          <dt>{texts.received}</dt>
          <dd class="number">{formatDate(dossier.received_at)}</dd>
        </dl>
        <p class="procedure-name">{dossier.procedure.name}</p>
      </div>
    </Scroller>
  );
}

function Acts({ dossier }: { dossier: PublicDossier }) {
  const texts = t();
  const returning = state.value?.services.find((each) => each.returns);
  if (dossier.ready)
    return (
      <Touch
        icon="ticket"
        look="primary"
        onTouch={() => takeTicket({ service: returning?.letter ?? null, dossier: dossier.code })}
      >
        {texts.fetch}
      </Touch>
    );
  if (dossier.suspended)
    return (
      <Touch icon="ticket" look="primary" onTouch={home}>
        {texts.supplement}
      </Touch>
    );
  if (dossier.state !== "returned") return null;
  const rate = () => {
    ratedCode.value = { dossier: dossier.code };
    go({ name: "feedback" });
  };
  return (
    <Touch icon="face" onTouch={rate}>
      {texts.rate}
    </Touch>
  );
}

function Steps({ step }: { step: number }) {
  const texts = t();
  if (step === 0) return null;
  const names = [texts.step1, texts.step2, texts.step3, texts.step4];
  return (
    <ol class="steps" aria-label={texts.progress}>
      {names.map((name, at) => (
        <li
          key={name}
          class={at < step ? "reached" : ""}
          {...(at + 1 === step ? { "aria-current": "step" as const } : {})}
        >
          {name}
        </li>
      ))}
    </ol>
  );
}
