// Late dossiers cannot be overlooked: on every screen, until there are none.

import { wordsOf } from "@motcua/language";

import { connected, lostSince } from "../feed";
import { formatTime } from "@motcua/format";
import { go, place } from "../navigation";
import { overdueCount } from "../work_list/work";

const t = wordsOf("counterLateBand");

export function LateBand() {
  const texts = t();
  const lost = connected.value ? null : lostSince.value;
  return (
    <div class="bands" role="status">
      {lost && <div class="band warn">{texts.lost(formatTime(lost))}</div>}
      {overdueCount.value > 0 && (
        <div class="band late">
          <strong>{texts.late(overdueCount.value)}</strong>
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
