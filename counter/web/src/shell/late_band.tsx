// Late dossiers cannot be overlooked: on every screen, until there are none.

import { defineTexts } from "@motcua/language";

import { connected, lostSince } from "../feed";
import { formatTime } from "@motcua/format";
import { go, place } from "../navigation";
import { lateCount } from "../work_list/work";

const t = defineTexts(
  {
    late: (count: number) => `${count} hồ sơ của bạn đã QUÁ HẠN`,
    show: "Xem ngay",
    lost: (since: string) =>
      `Mất kết nối với máy chủ từ ${since}. Cứ nhập tiếp: nội dung được giữ trên máy này.`,
  },
  {
    late: (count: number) => `${count} of your dossiers ${count === 1 ? "is" : "are"} LATE`,
    show: "Show them",
    lost: (since: string) =>
      `Disconnected from the server since ${since}. Go on typing: it is kept on this machine.`,
  },
);

export function LateBand() {
  const texts = t();
  const lost = connected.value ? null : lostSince.value;
  return (
    <div class="bands" role="status">
      {lost && <div class="band warn">{texts.lost(formatTime(lost))}</div>}
      {lateCount.value > 0 && (
        <div class="band late">
          <strong>{texts.late(lateCount.value)}</strong>
          {place.value.screen !== "work" && (
            <button type="button" onClick={() => go({ screen: "work" })}>
              {texts.show}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
