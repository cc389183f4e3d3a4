import type { Language } from "@motcua/language";

/** The core's words for an expected wait (`5–10 phút`, `chưa biết`), in the language. */
export function waitText(text: string, language: Language): string {
  if (language !== "en") return text;
  return text === "chưa biết" ? "not known yet" : text.replace("phút", "min").replace("giờ", "h");
}
