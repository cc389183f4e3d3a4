import { formatTime } from "@motcua/format";
import { wordsOf } from "@motcua/language";

import { agentLost, state } from "../agent";

const t = wordsOf("kioskTopBar");

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
