import { wordsOf } from "@motcua/language";
import { Dialog } from "@motcua/ui";

import { secondsLeft, stay } from "../idle_watch";
import { leave } from "../leave";
import { Touch } from "./touch";

const t = wordsOf("kioskIdleQuestion");

export function IdleQuestion() {
  const texts = t();
  const left = secondsLeft.value;
  if (left === null) return null;
  return (
    <Dialog title={texts.question} onClose={stay}>
      <p class="number" role="timer">
        {texts.left(String(left))}
      </p>
      <div class="choices">
        <Touch look="primary" onTouch={stay}>
          {texts.more}
        </Touch>
        <Touch onTouch={() => leave()}>{texts.done}</Touch>
      </div>
    </Dialog>
  );
}
