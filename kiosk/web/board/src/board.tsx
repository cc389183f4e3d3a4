import { useEffect } from "preact/hooks";

import { formatTime } from "@motcua/format";
import { language, wordsOf } from "@motcua/language";

import "./board.css";
import { Calls } from "./calls";
import { Counters } from "./counters";
import { Enrol } from "./enrol";
import { isTooOld, lostAt, mustEnrol, room } from "./live";
import { Top } from "./top";
import { Waiting } from "./waiting";

const t = wordsOf("board");

export function Board() {
  const texts = t();
  useEffect(() => {
    document.title = texts.board;
  }, [language.value]);
  if (mustEnrol.value) return <Enrol />;
  if (!room.value) return <Message title={texts.connecting} text={texts.connectingDo} />;
  const lost = lostAt.value;
  if (lost && isTooOld.value)
    return <Message title={texts.tooOld(formatTime(lost))} text={texts.tooOldDo} />;
  return (
    <div class={lost ? "board lost" : "board"}>
      <Top />
      <main>
        <Calls room={room.value} />
        <Counters room={room.value} />
      </main>
      <Waiting room={room.value} />
    </div>
  );
}

/** Instead of figures that nobody knows. */
function Message({ title, text }: { title: string; text: string }) {
  return (
    <main class="message">
      <div role="status">
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
    </main>
  );
}
