import { wordsOf } from "@motcua/language";
import { isAtCounter } from "@motcua/tickets";

import { now } from "./live";
import type { Room, RoomCounter } from "./room";

const t = wordsOf("board");

const mostAtOnce = 12;
const twoColumnsFrom = 7;
const turnsEvery = 10_000;

/** All counters with the number each has; more than fit take turns. */
export function Counters({ room }: { room: Room }) {
  const texts = t();
  const pages = Math.ceil(room.counters.length / mostAtOnce);
  const page = pages > 1 ? Math.floor(now.value / turnsEvery) % pages : 0;
  const atOnce = Math.ceil(room.counters.length / Math.max(pages, 1));
  const shown = room.counters.slice(page * atOnce, (page + 1) * atOnce);
  const at = new Map<number, string>();
  for (const { counter, number, state } of room.tickets.values())
    if (counter !== null && isAtCounter(state)) at.set(counter, number);
  return (
    <section class="counters" aria-label={texts.counters}>
      <ul class={room.counters.length >= twoColumnsFrom ? "many" : ""}>
        {shown.map((each) => (
          <Counter key={each.number} counter={each} number={at.get(each.number)} />
        ))}
      </ul>
    </section>
  );
}

function Counter({ counter, number }: { counter: RoomCounter; number: string | undefined }) {
  const texts = t();
  return (
    <li class={number ? "busy" : ""}>
      <span class="place">
        {texts.counter} <b class="number">{counter.number}</b>
      </span>
      <span class="name">{counter.name}</span>
      <span class="serves number">{number ?? (counter.open ? texts.free : texts.closed)}</span>
    </li>
  );
}
