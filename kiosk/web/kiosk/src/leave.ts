// The way back to the start: nothing of one person is there for the next.

import { chooseLanguage, officeLanguage } from "@motcua/language";
import { textScale, theme } from "@motcua/theme/theme";

import { stopReading } from "./reader";
import { home } from "./screen";
import { forgetLooking } from "./screens/procedures";
import { flow } from "./ticket";

const usualTheme = theme.value;

/** The look stays while the same person is likely to go on. */
export function leave({ keepLook = false } = {}): void {
  stopReading();
  flow.leave();
  forgetLooking();
  home();
  if (keepLook) return;
  chooseLanguage(officeLanguage, { keep: false });
  textScale.value = "1";
  theme.value = usualTheme;
}

export function toggleContrast(): void {
  theme.value = theme.value === "contrast" ? usualTheme : "contrast";
}
