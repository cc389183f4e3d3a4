import { wordsOf } from "@motcua/language";

import { callsIn, type Room, type RoomCall } from "./room";
import { lostSince, serverNow } from "./live";
import { speaking } from "./speaker";

const t = wordsOf("board");

const mostShown = 4;
const newFor = 8_000;

/** The last calls, the newest very large. */
export function Calls({ room }: { room: Room }) {
  const texts = t();
  const calls = callsIn(room).slice(0, mostShown);
  return (
    <section class="calls" aria-label={texts.lastCalls} aria-live="polite">
      {calls.length === 0 && <p class="nobody">{texts.nobody}</p>}
      {calls.map((each, place) => (
        <Call key={`${each.code} ${each.calls}`} call={each} isFirst={place === 0} />
      ))}
    </section>
  );
}

function Call({ call, isFirst }: { call: RoomCall; isFirst: boolean }) {
  const texts = t();
  const age = serverNow.value.getTime() - Date.parse(call.at);
  const isNew = !lostSince.value && (speaking.value === call.code || age < newFor);
  return (
    <article class={`call${isFirst ? " first" : ""}${isNew ? " new" : ""}`}>
      <span class="called number">
        <small>{texts.newest}</small> {call.number}
      </span>
      <span class="arrow" aria-hidden="true">
        ➜
      </span>
      <span class="target number">
        <small>{texts.counter}</small> {call.counter}
      </span>
    </article>
  );
}
