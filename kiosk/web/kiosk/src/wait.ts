// An expected wait in the language of the page.

import type { Schemas } from "@motcua/api/client";
import { wordsOf } from "@motcua/language";

const t = wordsOf("kioskWait");

/** As a ticket or a service tells it. */
export interface Wait {
  expected_wait_minutes?: Schemas["WaitMinutes"] | null;
}

/** Undefined where it is not known. */
export function waitText({ expected_wait_minutes: wait }: Wait): string | undefined {
  if (!wait) return undefined;
  return t().minutes(wait.low === wait.high ? `${wait.high}` : `${wait.low}–${wait.high}`);
}
