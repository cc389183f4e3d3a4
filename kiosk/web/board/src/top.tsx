import { formatDate, formatTime } from "@motcua/format";
import { wordsOf } from "@motcua/language";

import { lostAt, room, serverNow } from "./live";
import { SoundNotes } from "./sound_notes";

const t = wordsOf("board");

/** Office and time; instead of the office, that the connection is lost. */
export function Top() {
  const texts = t();
  const moment = serverNow.value;
  const lost = lostAt.value;
  return (
    <header class="top">
      <h1 class={lost ? "hidden-visually" : ""}>{room.value?.office}</h1>
      <p class="lost-notice" role="alert">
        {lost && texts.lost(formatTime(lost))}
      </p>
      <SoundNotes />
      <time class="clock number" dateTime={moment.toISOString()}>
        <span class="hidden-visually">{texts.clock}: </span>
        <span>{formatDate(moment.toISOString())}</span>
        <strong>{formatTime(moment)}</strong>
      </time>
    </header>
  );
}
