import { formatTime } from "@motcua/format";
import { defineTexts } from "@motcua/language";

import { agentLost, state } from "../agent";

const t = defineTexts(
  {
    offline: (time: string) =>
      `Mất kết nối với máy chủ từ ${time}. Vẫn lấy số được; chưa xem được thời gian chờ và tình trạng hồ sơ.`,
    away: "Máy đang khởi động lại, mời quý khách chờ giây lát…",
    practice: "MÁY THỬ – số không có giá trị",
  },
  {
    offline: (time: string) =>
      `No connection to the server since ${time}. You can still take a number; waiting times and progress cannot be shown.`,
    away: "The machine is restarting, please wait a moment…",
    practice: "PRACTICE – numbers are not valid",
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
    : !core.online && core.lost_since
      ? texts.offline(formatTime(core.lost_since))
      : printer.text;
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
