import { useEffect, useState } from "preact/hooks";

import { newKey, Problem } from "@motcua/api/client";
import { defineTexts } from "@motcua/language";

import { postFeedback, type Feedback } from "../api";
import { leave } from "../leave";
import { Heading } from "../parts/heading";
import { Touch } from "../parts/touch";
import { ratedCode } from "../scans";
import { Faces } from "./faces";
import "./feedback.css";
import { Writing } from "./writing";

const t = defineTexts(
  {
    title: "Quý khách có hài lòng không?",
    about: "Quét phiếu số hoặc giấy tiếp nhận để đánh giá đúng lượt của mình (không bắt buộc).",
    aboutThis: (code: string) => `Đánh giá cho: ${code}`,
    why: "Điều gì chưa tốt? (có thể chọn nhiều)",
    send: "Gửi đánh giá",
    write: "Viết phản ánh, kiến nghị",
    thanks: "Cảm ơn quý khách",
    thanksFor: "Ý kiến đã được ghi lại và gửi tới lãnh đạo.",
    home: "Về đầu",
    failed: "Chưa gửi được. Mời thử lại.",
    manner: "Thái độ phục vụ",
    slow: "Chờ lâu",
    unclear: "Hướng dẫn chưa rõ",
    again: "Phải đi lại nhiều lần",
    place: "Nơi chờ bất tiện",
  },
  {
    title: "Are you satisfied?",
    about: "Scan your ticket or receipt to rate your own visit (not required).",
    aboutThis: (code: string) => `Rating of: ${code}`,
    why: "What was not good? (choose any)",
    send: "Send",
    write: "Write a complaint or suggestion",
    thanks: "Thank you",
    thanksFor: "Your opinion was recorded and goes to the chairman.",
    home: "Start",
    failed: "It could not be sent. Please try again.",
    manner: "Manner of service",
    slow: "Long wait",
    unclear: "Unclear guidance",
    again: "Had to come several times",
    place: "Uncomfortable waiting room",
  },
);

// Recorded in Vietnamese, whatever language was chosen: the chairman reads them.
const shortcomings = {
  manner: "Thái độ phục vụ",
  slow: "Chờ lâu",
  unclear: "Hướng dẫn chưa rõ",
  again: "Phải đi lại nhiều lần",
  place: "Nơi chờ bất tiện",
} as const;
type Shortcoming = keyof typeof shortcomings;

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
      <Writing
        send={(feedback, key) => postFeedback({ ...feedback, ...ratedCode.value }, key)}
        failed={texts.failed}
        onSent={() => setView("thanks")}
      />
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
  const [key] = useState(newKey);
  const [rating, setRating] = useState(0);
  const [why, setWhy] = useState<readonly Shortcoming[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState("");
  const about = ratedCode.value;
  const toggle = (each: Shortcoming) =>
    setWhy(why.includes(each) ? why.filter((other) => other !== each) : [...why, each]);
  const send = async () => {
    setBusy(true);
    const text = why.map((each) => shortcomings[each]).join("; ");
    const feedback: Feedback = { kind: "rating", rating, ...about, ...(text ? { text } : {}) };
    try {
      await postFeedback(feedback, key);
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
            {(Object.keys(shortcomings) as Shortcoming[]).map((each) => (
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
