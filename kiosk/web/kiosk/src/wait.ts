// An expected wait in the language of the page.

import { wordsOf } from "@motcua/language";

const t = wordsOf("kioskWait");

/** The machine tells it as the core said it to the machine, `5–10 phút`: the figures need no
 *  translating. Undefined where it is not known. */
export function waitText(said: string | null): string | undefined {
  const minutes = /\d+(–\d+)?/.exec(said ?? "")?.[0];
  return minutes && t().minutes(minutes);
}
