import { useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";

import { state } from "../agent";
import { Heading } from "../parts/heading";
import { Keyboard } from "../parts/keyboard";
import { Touch } from "../parts/touch";
import { replaceBy } from "../screen";
import { ScanPicture } from "./scan_picture";
import "./dossier.css";

const t = wordsOf("kioskScan");

const longestCode = 40;

export function ScanScreen() {
  const texts = t();
  const scanner = state.value?.scanner.state;
  const hasScanner = scanner === "ok";
  const [typing, setTyping] = useState(!hasScanner);
  const [typed, setTyped] = useState("");
  return (
    <div class="scan">
      <Heading sounds={["kiosk-scan"]} text={`${texts.title}. ${texts.scan}`}>
        {texts.title}
      </Heading>
      {hasScanner && !typing && (
        <div class="how">
          <ScanPicture />
          <p>
            <strong>{texts.scan}</strong>
            <br />
            {texts.scanFor}
          </p>
        </div>
      )}
      {scanner === "missing" && <p class="notice warn">{texts.noScanner}</p>}
      {!typing && (
        <Touch look="quiet" onTouch={() => setTyping(true)}>
          {texts.type}
        </Touch>
      )}
      {typing && (
        <>
          <output class="typed" aria-label={texts.typed}>
            {typed.toUpperCase() || <span>{texts.typed}</span>}
          </output>
          <Touch
            look="primary"
            disabled={typed.trim() === ""}
            onTouch={() => replaceBy({ name: "dossier", code: typed.trim().toUpperCase() })}
          >
            {texts.look}
          </Touch>
          <Keyboard kind="code" value={typed} most={longestCode} onType={setTyped} />
        </>
      )}
    </div>
  );
}
