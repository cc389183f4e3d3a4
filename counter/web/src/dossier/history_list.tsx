import { formatMoment } from "@motcua/format";
import { wordsOf } from "@motcua/language";

import type { HistoryItem } from "../api";
import { nameOf } from "../work_list/work";
import { sentence } from "./history_sentence";

const t = wordsOf("counterHistoryList");

export function HistoryList({ items }: { items: HistoryItem[] }) {
  const texts = t();
  return (
    <ol class="history">
      {items.map((item) => (
        <li key={item.seq}>
          <span class="history-at number">{formatMoment(item.at)}</span>
          <span>
            <strong>{nameOf(item.who) || texts.system}</strong> {sentence(item)}
            {item.place && <span class="hint"> · {item.place}</span>}
            {item.reason && (
              <span class="history-reason">
                {texts.reason}: {item.reason}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
