import { formatCount } from "@motcua/format";
import { wordsOf } from "@motcua/language";

import { waitingFor, type Room } from "./room";

const t = wordsOf("board");

/** How many wait for each service, and how long that takes where the core can say it. */
export function Waiting({ room }: { room: Room }) {
  const texts = t();
  return (
    <footer class="waiting" aria-label={texts.waiting}>
      <h2>{texts.waiting}</h2>
      <ul>
        {room.services.map((each) => (
          <li key={each.letter}>
            <b class="letter">{each.letter}</b>
            <span class="name">{each.name}</span>
            <span class="figures number">
              {texts.people(formatCount(waitingFor(room, each.letter)))}
              {each.wait && waitingFor(room, each.letter) > 0 && (
                <small>{texts.wait(each.wait)}</small>
              )}
            </span>
          </li>
        ))}
      </ul>
    </footer>
  );
}
