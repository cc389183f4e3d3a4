import { defineTexts } from "@motcua/language";

import type { DevicePart } from "../api";

const t = defineTexts(
  {
    printer: "Máy in",
    scanner: "Máy quét",
    folder: "Thư mục quét",
    page: "Trang",
    ok: "tốt",
    paper_low: "sắp hết giấy",
    paper_out: "hết giấy",
    cover_open: "mở nắp",
    offline: "không trả lời",
    error: "lỗi",
    missing: "không thấy",
    unknown: "chưa rõ",
    none: "không có",
    nothing: "–",
  },
  {
    printer: "Printer",
    scanner: "Scanner",
    folder: "Scanner folder",
    page: "Page",
    ok: "well",
    paper_low: "paper low",
    paper_out: "out of paper",
    cover_open: "cover open",
    offline: "does not answer",
    error: "error",
    missing: "not found",
    unknown: "not known",
    none: "none",
    nothing: "–",
  },
);

const looks: Record<string, string> = {
  ok: "good",
  paper_low: "warn",
  unknown: "warn",
  none: "",
};

/** Printers and scanners of a device, each with what is wrong with it. */
export function Parts({ parts }: { parts: DevicePart[] | undefined }) {
  const texts = t() as Record<string, string>;
  if (!parts || parts.length === 0) return <>{texts.nothing}</>;
  return (
    <ul class="parts">
      {parts.map((each) => (
        <li key={`${each.part} ${each.name}`}>
          {texts[each.part] ?? each.part}
          {each.name && ` ${each.name}`}:{" "}
          <span class={`badge ${looks[each.state] ?? "bad"}`}>
            {texts[each.state] ?? each.state}
          </span>
          {each.text && each.state !== "ok" && (
            <span class="remark" lang="vi">
              {" "}
              {each.text}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
