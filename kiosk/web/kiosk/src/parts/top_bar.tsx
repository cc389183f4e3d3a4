import { formatTime } from "@motcua/format";
import { defineTexts, language } from "@motcua/language";

import { agentLost, state } from "../agent";
import type { LocalState } from "../api";

const t = defineTexts(
  {
    offline: (since: string) =>
      `Mất kết nối với máy chủ${since && ` từ ${since}`}. Vẫn lấy số được; chưa xem được thời gian chờ và tình trạng hồ sơ.`,
    away: "Máy đang khởi động lại, mời quý khách chờ giây lát…",
    practice: "MÁY THỬ – số không có giá trị",
    noPaper: "Máy in hết giấy. Mời quý khách báo cán bộ.",
    printer: "Máy in đang có sự cố. Mời quý khách báo cán bộ.",
  },
  {
    offline: (since: string) =>
      `No connection to the server${since && ` since ${since}`}. You can still take a number; waiting times and progress cannot be shown.`,
    away: "The machine is restarting, please wait a moment…",
    practice: "PRACTICE – numbers are not valid",
    noPaper: "The printer is out of paper. Please tell an officer.",
    printer: "The printer has a problem. Please tell an officer.",
  },
);

/** Whose kiosk it is; below it what is not as usual, in a place kept free for it. */
export function TopBar() {
  const texts = t();
  const known = state.value;
  if (!known) return null;
  const { core, office, printer, practice } = known;
  const notice = agentLost.value
    ? texts.away
    : !core.online
      ? texts.offline(core.lost_since ? formatTime(core.lost_since) : "")
      : printerText(printer);
  return (
    <header class={notice ? "top-bar noticed" : "top-bar"}>
      <p class="office">
        <strong>{office.name}</strong>
        {practice && <span class="badge warn">{texts.practice}</span>}
      </p>
      <p class="desk" role="status">
        {notice || office.desk}
      </p>
    </header>
  );
}

/** The agent words it in Vietnamese, and only when a citizen should know. */
function printerText({ state: condition, text }: LocalState["printer"]): string {
  if (!text || language.value === "vi") return text;
  return condition === "paper_out" ? t().noPaper : t().printer;
}
