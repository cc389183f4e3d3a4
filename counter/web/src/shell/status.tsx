// Whether core, agent, printers and scanners are there: quiet while all is well.

import { formatTime } from "@motcua/format";
import { healthLook, healthWord } from "@motcua/health";
import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import { connected, lostSince } from "../feed";
import { allSaved } from "../intake/drafts";
import { agent, agentAway, type Part } from "../local/agent";

const t = wordsOf("counterStatus");
const partWord = vocabulary.devicePart.word;

function Sign({ level, name, text }: { level: string; name: string; text: string }) {
  return (
    <li class={`sign ${level}`} title={text ? `${name}: ${text}` : name}>
      <span class="dot" aria-hidden="true" />
      <span class="sign-name">{name}</span>
      <span class={level === "good" ? "hidden-visually" : ""}>{text}</span>
    </li>
  );
}

function Device({ name, part }: { name: string; part: Part | undefined }) {
  if (!part || part.state === "none" || part.name === "") return null;
  const said = part.state === "ok" ? "" : part.text; // says more than the word, and what to do
  return <Sign level={healthLook(part.state)} name={name} text={said || healthWord(part.state)} />;
}

export function Status() {
  const texts = t();
  const here = agent.value;
  const lost = !connected.value && lostSince.value;
  return (
    <ul class="status" aria-label={texts.status} aria-live="polite">
      {lost ? (
        <Sign level="bad" name={texts.lost(formatTime(lost))} text="" />
      ) : (
        <Sign level="good" name={texts.online} text={healthWord("ok")} />
      )}
      {here === null && <Sign level="good" name={texts.noAgent} text="" />}
      {here && agentAway.value && <Sign level="bad" name={texts.agentAway} text="" />}
      {here && !agentAway.value && (
        <>
          <Device name={partWord("printer")} part={here.printers.sheet} />
          <Device name={texts.receiptPrinter} part={here.printers.receipt} />
          {here.scanners.map((each) => (
            <Device key={each.name} name={partWord("scanner")} part={each} />
          ))}
          <Device
            name={partWord("folder")}
            part={here.folder.path_name ? { text: "", ...here.folder } : undefined}
          />
        </>
      )}
      {!allSaved.value && <li class="hidden-visually">{texts.saving}</li>}
    </ul>
  );
}
