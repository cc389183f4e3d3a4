import { language } from "@motcua/language";

/** The core's words for an expected wait (`5–10 phút`, `chưa biết`), in the language of now. */
export function waitText(text: string): string {
  if (language.value !== "en") return text;
  return text === "chưa biết" ? "not known yet" : text.replace("phút", "min").replace("giờ", "h");
}
