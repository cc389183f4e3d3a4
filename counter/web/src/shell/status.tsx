// Whether core, agent, printers and scanners are there: quiet while all is well.

import { formatTime } from "@motcua/format";
import { defineTexts } from "@motcua/language";

import { connected, lostSince } from "../feed";
import { allSaved } from "../intake/drafts";
import { agent, agentAway, type Part } from "../local/agent";

const t = defineTexts(
  {
    status: "Trạng thái",
    online: "Máy chủ",
    lost: (since: string) => `Mất kết nối từ ${since}`,
    noAgent: "In qua trình duyệt",
    agentAway: "Chương trình quầy không trả lời",
    printer: "Máy in",
    receiptPrinter: "Máy in nhiệt",
    scanner: "Đầu đọc",
    folder: "Thư mục quét",
    saving: "Đang lưu nháp…",
    ok: "tốt",
    paper_low: "sắp hết giấy",
    paper_out: "hết giấy",
    cover_open: "mở nắp",
    offline: "không kết nối",
    error: "lỗi",
    unknown: "chưa rõ",
    missing: "không thấy",
  },
  {
    status: "Status",
    online: "Server",
    lost: (since: string) => `Disconnected since ${since}`,
    noAgent: "Prints by the browser",
    agentAway: "The counter program does not answer",
    printer: "Printer",
    receiptPrinter: "Receipt printer",
    scanner: "Scanner",
    folder: "Scan folder",
    saving: "Saving the draft…",
    ok: "fine",
    paper_low: "paper low",
    paper_out: "out of paper",
    cover_open: "cover open",
    offline: "not connected",
    error: "error",
    unknown: "not known",
    missing: "not found",
  },
);

const levels: Record<string, string> = { ok: "good", paper_low: "warn", unknown: "warn" };

function Sign({ level, name, text }: { level: string; name: string; text: string }) {
  return (
    <li class={`sign ${level}`} title={text ? `${name}: ${text}` : name}>
      <span class="dot" aria-hidden="true" />
      <span class="sign-name">{name}</span>
      <span class={level === "good" ? "hidden-visually" : ""}>{text}</span>
    </li>
  );
}

function Device({ name, part }: { name: string; part: Part | undefined }) {
  const texts = t() as unknown as Record<string, string>;
  if (!part || part.state === "none" || part.name === "") return null;
  const text = part.state === "ok" ? "" : part.text || (texts[part.state] ?? part.state);
  return <Sign level={levels[part.state] ?? "bad"} name={name} text={text || (texts.ok ?? "")} />;
}

export function Status() {
  const texts = t();
  const here = agent.value;
  const lost = !connected.value && lostSince.value;
  return (
    <ul class="status" aria-label={texts.status} aria-live="polite">
      {lost ? (
        <Sign level="bad" name={texts.lost(formatTime(lost))} text="" />
      ) : (
        <Sign level="good" name={texts.online} text={texts.ok} />
      )}
      {here === null && <Sign level="good" name={texts.noAgent} text="" />}
      {here && agentAway.value && <Sign level="bad" name={texts.agentAway} text="" />}
      {here && !agentAway.value && (
        <>
          <Device name={texts.printer} part={here.printers.sheet} />
          <Device name={texts.receiptPrinter} part={here.printers.receipt} />
          {here.scanners.map((each) => (
            <Device key={each.name} name={texts.scanner} part={each} />
          ))}
          <Device
            name={texts.folder}
            part={here.folder.path_name ? { text: "", ...here.folder } : undefined}
          />
        </>
      )}
      {!allSaved.value && <li class="hidden-visually">{texts.saving}</li>}
    </ul>
  );
}
