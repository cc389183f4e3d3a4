import { useState } from "preact/hooks";

import { newKey, Problem } from "@motcua/api/client";
import { defineTexts, language } from "@motcua/language";

import { waitText } from "../../../wait_text";
import { getPlace, postReEnter, type PlaceInLine } from "../api";
import { Heading } from "../parts/heading";
import { Touch } from "../parts/touch";
import { numberSounds } from "../reader";
import { ratedCode } from "../scans";
import { go, home } from "../screen";
import { Loaded } from "./loaded";
import "./dossier.css";
import "./ticket.css";

const t = defineTexts(
  {
    title: "Số của quý khách",
    next: "Quý khách là người tiếp theo",
    ahead: (count: string) => `Còn ${count} người trước quý khách`,
    wait: (text: string) => `Chờ khoảng ${text}`,
    waitUnknown: "Chưa biết thời gian chờ",
    called: (counter: string) => `Đang được gọi: mời đến quầy ${counter}`,
    serving: (counter: string) => `Đang được phục vụ tại quầy ${counter}`,
    held: "Số đang tạm dừng, chờ quý khách quay lại",
    reEnter: "Tôi đã quay lại, cho vào hàng",
    noShow: "Số này đã được gọi mà không có người đến",
    done: "Số này đã phục vụ xong",
    expired: "Số này là của ngày trước",
    newNumber: "Lấy số mới",
    rate: "Đánh giá",
    failed: "Chưa vào lại hàng được. Mời thử lại, hoặc hỏi cán bộ.",
  },
  {
    title: "Your number",
    next: "You are next",
    ahead: (count: string) => `${count} ahead of you`,
    wait: (text: string) => `About ${text}`,
    waitUnknown: "Waiting time not known yet",
    called: (counter: string) => `You are called: please go to counter ${counter}`,
    serving: (counter: string) => `Being served at counter ${counter}`,
    held: "Your number is on hold until you are back",
    reEnter: "I am back, put me in line",
    noShow: "This number was called and nobody came",
    done: "This number has been served",
    expired: "This number is of another day",
    newNumber: "Take a new number",
    rate: "Rate the service",
    failed: "That did not work. Try again, or ask an officer.",
  },
);

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
            {place.expected_wait_s === null
              ? texts.waitUnknown
              : texts.wait(waitText(place.expected_wait, language.value))}
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
  const [key] = useState(newKey); // one act, however often it is touched
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState("");
  const reEnter = async () => {
    setBusy(true);
    try {
      await postReEnter(place.code, key);
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
