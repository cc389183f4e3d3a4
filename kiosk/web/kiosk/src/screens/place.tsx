import { useState } from "preact/hooks";

import { ActKeys } from "@motcua/api/act_keys";
import { Problem } from "@motcua/api/client";
import { wordsOf } from "@motcua/language";

import { getPlace, postReEnter, type PlaceInLine } from "../api";
import { Heading } from "../parts/heading";
import { Touch } from "../parts/touch";
import { numberSounds } from "../reader";
import { ratedCode } from "../scans";
import { go, home } from "../screen";
import { waitText } from "../wait";
import { Loaded } from "./loaded";
import "./dossier.css";
import "./ticket.css";

const t = wordsOf("kioskPlace");

export function PlaceScreen({ code }: { code: string }) {
  return (
    <Loaded load={() => getPlace(code)} of={code}>
      {(place, loadAnew) => <Place place={place} onChange={loadAnew} />}
    </Loaded>
  );
}

function Place({ place, onChange }: { place: PlaceInLine; onChange: () => void }) {
  const texts = t();
  const where = whereText(place);
  const wait = waitText(place);
  return (
    <div class="place-in-line">
      <Heading
        sounds={["kiosk-your-number", ...numberSounds(place.number), "kiosk-place"]}
        text={`${texts.title}: ${[...place.number].join(" ")}. ${where}`}
      >
        {texts.title}
      </Heading>
      <p class="your-number number">
        <small>{place.service_name}</small>
        <strong>{place.number}</strong>
      </p>
      <p class="where">
        <strong>{where}</strong>
        {place.state === "waiting" && (
          <>
            <br />
            {wait ? texts.wait(wait) : texts.waitUnknown}
          </>
        )}
      </p>
      <Acts place={place} onChange={onChange} />
    </div>
  );
}

function whereText({ state, ahead, counter }: PlaceInLine): string {
  const texts = t();
  const number = String(counter ?? "");
  switch (state) {
    case "waiting":
      return ahead === 0 ? texts.next : texts.ahead(String(ahead));
    case "called":
      return texts.called(number);
    case "serving":
      return texts.serving(number);
    case "held":
      return texts.held;
    case "no_show":
      return texts.noShow;
    case "done":
      return texts.done;
    case "expired":
      return texts.expired;
  }
}

function Acts({ place, onChange }: { place: PlaceInLine; onChange: () => void }) {
  const texts = t();
  const [keys] = useState(() => new ActKeys());
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState("");
  const reEnter = async () => {
    setBusy(true);
    try {
      await keys.once(place.code, (key) => postReEnter(place.code, key));
      onChange();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      setFailed(problem.message || texts.failed);
      setBusy(false);
    }
  };
  const rate = () => {
    ratedCode.value = { ticket: place.code };
    go({ name: "feedback" });
  };
  if (place.state === "held")
    return (
      <>
        {failed && <p class="notice bad">{failed}</p>}
        <Touch look="primary" disabled={busy} onTouch={() => void reEnter()}>
          {texts.reEnter}
        </Touch>
      </>
    );
  if (place.state === "no_show" || place.state === "expired")
    return (
      <Touch look="primary" onTouch={home}>
        {texts.newNumber}
      </Touch>
    );
  if (place.state !== "done") return null;
  return (
    <Touch icon="face" onTouch={rate}>
      {texts.rate}
    </Touch>
  );
}
