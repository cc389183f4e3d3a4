import { wordsOf } from "@motcua/language";

import { tones, withoutLast, withTone, type Tone } from "../typing";
import { Icon } from "./icon";

const t = wordsOf("kioskKeyboard");

const letterRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const digitRow = "1234567890";
const toneNames = {
  "´": "acute",
  "`": "grave",
  "?": "hook",
  "~": "tilde",
  "•": "dot",
} as const satisfies Record<Tone, string>;

/** `search`: without marks; `text`: all of Vietnamese; `code`: of a dossier. */
export type KeyboardKind = "search" | "text" | "code";

export function Keyboard({
  kind,
  value,
  most,
  onType,
}: {
  kind: KeyboardKind;
  value: string;
  most: number;
  onType: (value: string) => void;
}) {
  const texts = t();
  const type = (added: string) => {
    if (value.length + added.length <= most) onType(value + added);
  };
  const rows = kind === "search" ? letterRows : [digitRow, ...letterRows];
  return (
    <div class="keyboard" role="group" aria-label={texts.keyboard}>
      {kind === "text" && <Marks value={value} onType={onType} type={type} />}
      {rows.map((row) => (
        <div key={row}>
          {[...row].map((each) => (
            <button key={each} type="button" onClick={() => type(each)}>
              {each.toUpperCase()}
            </button>
          ))}
          {row === "zxcvbnm" && kind !== "search" && (
            <>
              <button type="button" onClick={() => type(".")}>
                .
              </button>
              <button type="button" onClick={() => type(kind === "code" ? "-" : ",")}>
                {kind === "code" ? "-" : ","}
              </button>
            </>
          )}
          {row === "zxcvbnm" && (
            <button
              type="button"
              class="wide"
              aria-label={texts.erase}
              onClick={() => onType(withoutLast(value))}
            >
              <Icon name="erase" />
            </button>
          )}
        </div>
      ))}
      <div>
        <button type="button" class="wide" onClick={() => onType("")}>
          {texts.clear}
        </button>
        <button type="button" class="space" onClick={() => type(" ")}>
          {texts.space}
        </button>
      </div>
    </div>
  );
}

/** Letters with hat or horn, and the five tones. */
function Marks({
  value,
  onType,
  type,
}: {
  value: string;
  onType: (value: string) => void;
  type: (added: string) => void;
}) {
  const texts = t();
  return (
    <div>
      {[..."ăâđêôơư"].map((each) => (
        <button key={each} type="button" onClick={() => type(each)}>
          {each.toUpperCase()}
        </button>
      ))}
      {(Object.keys(tones) as Tone[]).map((each) => (
        <button key={each} type="button" class="tone" onClick={() => onType(withTone(value, each))}>
          {texts[toneNames[each]]}
        </button>
      ))}
    </div>
  );
}
