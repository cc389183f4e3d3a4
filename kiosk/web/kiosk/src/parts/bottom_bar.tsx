import { chooseLanguage, language, languageCodes, languages, wordsOf } from "@motcua/language";
import { textScale, theme } from "@motcua/theme/theme";

import { leave, toggleContrast } from "../leave";
import { canRead, isReading, read } from "../reader";
import { back, screen } from "../screen";
import { Icon } from "./icon";

const t = wordsOf("kioskBottomBar");

const largeText = "1.25";

/** Always in the same place: the way back, and how the screen looks and sounds. */
export function BottomBar() {
  const texts = t();
  const isStart = screen.value.name === "start";
  const isTicket = screen.value.name === "ticket";
  const isLarge = textScale.value === largeText;
  return (
    <nav class="bottom-bar" aria-label={texts.bar}>
      <span class="ways">
        {!isStart && !isTicket && (
          <button type="button" onClick={back}>
            <Icon name="back" />
            {texts.back}
          </button>
        )}
        {!isStart && !isTicket && (
          <button type="button" onClick={() => leave({ keepLook: true })}>
            <Icon name="home" />
            {texts.home}
          </button>
        )}
      </span>
      {canRead.value && (
        <button type="button" aria-pressed={isReading.value} onClick={() => void read()}>
          <Icon name={isReading.value ? "stop" : "sound"} />
          {isReading.value ? texts.stop : texts.read}
        </button>
      )}
      <button
        type="button"
        aria-pressed={isLarge}
        onClick={() => (textScale.value = isLarge ? "1" : largeText)}
      >
        <span class="icon letters" aria-hidden="true">
          A<b>A</b>
        </span>
        {texts.large}
      </button>
      <button type="button" aria-pressed={theme.value === "contrast"} onClick={toggleContrast}>
        <Icon name="contrast" />
        {texts.contrast}
      </button>
      {languageCodes
        .filter((each) => each !== language.value)
        .map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            onClick={() => chooseLanguage(each, { keep: false })}
          >
            <Icon name="globe" />
            {languages[each]}
          </button>
        ))}
    </nav>
  );
}
