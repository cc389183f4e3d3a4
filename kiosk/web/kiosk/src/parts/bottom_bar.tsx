import { chooseLanguage, defineTexts, language } from "@motcua/language";
import { textScale, theme } from "@motcua/theme/theme";

import { leave, toggleContrast } from "../leave";
import { canRead, isReading, read } from "../reader";
import { back, screen } from "../screen";
import { Icon } from "./icon";

const t = defineTexts(
  {
    bar: "Điều khiển",
    back: "Quay lại",
    home: "Về đầu",
    read: "Đọc to",
    stop: "Ngừng đọc",
    large: "Chữ to",
    contrast: "Tương phản",
  },
  {
    bar: "Controls",
    back: "Back",
    home: "Start",
    read: "Read aloud",
    stop: "Stop",
    large: "Large text",
    contrast: "Contrast",
  },
);

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
      <button
        type="button"
        lang={language.value === "vi" ? "en" : "vi"}
        onClick={() => chooseLanguage(language.value === "vi" ? "en" : "vi", { keep: false })}
      >
        <Icon name="globe" />
        {language.value === "vi" ? "English" : "Tiếng Việt"}
      </button>
    </nav>
  );
}
