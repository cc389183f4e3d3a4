import { wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";

import { sounds } from "./speaker";

const t = wordsOf("board");

const mostNamed = 3;
// All of them missing means that the office has no folder of sounds.
const wholeFolder = 14;

/** Beside the clock, for the office's people: what keeps the board from speaking. */
export function SoundNotes() {
  const texts = t();
  const missing = sounds.missing.value;
  const names = missing.slice(0, mostNamed).map((each) => `${each}.wav`);
  if (missing.length > mostNamed) names.push("…");
  return (
    <div class="sound-notes">
      {sounds.blocked.value && (
        <Button look="primary" onClick={() => void sounds.unblock()}>
          {texts.soundBlocked}
        </Button>
      )}
      {missing.length > 0 && (
        <p>
          {missing.length >= wholeFolder ? texts.noSounds : texts.soundMissing(names.join(", "))}
        </p>
      )}
    </div>
  );
}
