import { useEffect, useState } from "preact/hooks";

import { ActKeys } from "@motcua/api/act_keys";
import { Problem } from "@motcua/api/client";
import { officeLanguage, wordsOf } from "@motcua/language";

import { postFeedback, type Feedback } from "../api";
import { leave } from "../leave";
import { Heading } from "../parts/heading";
import { Touch } from "../parts/touch";
import { ratedCode } from "../scans";
import { Faces } from "./faces";
import "./feedback.css";
import { Writing } from "./writing";

const t = wordsOf("kioskFeedback");

const shortcomings = ["manner", "slow", "unclear", "again", "place"] as const;
type Shortcoming = (typeof shortcomings)[number];

const worstGood = 4;
const thanksFor = 8_000;

export function FeedbackScreen() {
  const texts = t();
  const [view, setView] = useState<"rate" | "write" | "thanks">("rate");
  useEffect(
    () => () => {
      ratedCode.value = null;
    },
    [],
  );
  if (view === "thanks") return <Thanks />;
  if (view === "write")
    return (
      <Writing about={ratedCode.value} failed={texts.failed} onSent={() => setView("thanks")} />
    );
  return (
    <div class="feedback">
      <Rate onSent={() => setView("thanks")} />
      <Touch look="quiet" onTouch={() => setView("write")}>
        {texts.write}
      </Touch>
    </div>
  );
}

function Rate({ onSent }: { onSent: () => void }) {
  const texts = t();
  const [keys] = useState(() => new ActKeys());
  const [rating, setRating] = useState(0);
  const [why, setWhy] = useState<readonly Shortcoming[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState("");
  const about = ratedCode.value;
  const toggle = (each: Shortcoming) =>
    setWhy(why.includes(each) ? why.filter((other) => other !== each) : [...why, each]);
  const send = async () => {
    setBusy(true);
    // In the office's language, whatever was chosen: the chairman reads it.
    const text = why.map((each) => t(officeLanguage)[each]).join("; ");
    const feedback: Feedback = { kind: "rating", rating, ...about, ...(text ? { text } : {}) };
    try {
      await keys.once(feedback, (key) => postFeedback(feedback, key));
      onSent();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      setFailed(problem.message || texts.failed);
      setBusy(false);
    }
  };
  return (
    <>
      <Heading sounds={["kiosk-feedback"]} text={texts.title}>
        {texts.title}
      </Heading>
      <p>{about ? texts.aboutThis(about.ticket ?? about.dossier ?? "") : texts.about}</p>
      <Faces
        rating={rating}
        onRate={(each) => {
          setRating(each);
          if (each >= worstGood) setWhy([]);
        }}
      />
      {rating > 0 && rating < worstGood && (
        <div class="why" role="group" aria-label={texts.why}>
          <p>{texts.why}</p>
          <div class="choices">
            {shortcomings.map((each) => (
              <Touch key={each} pressed={why.includes(each)} onTouch={() => toggle(each)}>
                {texts[each]}
              </Touch>
            ))}
          </div>
        </div>
      )}
      {failed && <p class="notice bad">{failed}</p>}
      <Touch look="primary" disabled={rating === 0 || busy} onTouch={() => void send()}>
        {texts.send}
      </Touch>
    </>
  );
}

function Thanks() {
  const texts = t();
  useEffect(() => {
    const timer = setTimeout(() => leave(), thanksFor);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="feedback thanks" role="status">
      <h1 tabIndex={-1}>{texts.thanks}</h1>
      <p>{texts.thanksFor}</p>
      <Touch look="primary" onTouch={() => leave()}>
        {texts.home}
      </Touch>
    </div>
  );
}
