import { healthLook, healthWord } from "@motcua/health";
import { language, officeLanguage, wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import type { DevicePart } from "../api";

const t = wordsOf("officeDeviceParts");

/** Printers and scanners of a device, each with what is wrong with it. */
export function Parts({ parts }: { parts: DevicePart[] | undefined }) {
  if (!parts || parts.length === 0) return <>{t().nothing}</>;
  return (
    <ul class="parts">
      {parts.map((each) => (
        <li key={`${each.part} ${each.name}`}>
          {vocabulary.devicePart.word(each.part)}
          {each.name && ` ${each.name}`}:{" "}
          <span class={`badge ${healthLook(each.state)}`}>{healthWord(each.state)}</span>
          {each.text && each.state !== "ok" && language.value === officeLanguage && (
            <span class="remark"> {each.text}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
