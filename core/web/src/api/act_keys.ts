// One act of a person is one request, however often it is sent: the same key for as long as nothing
// is known of what became of it, and another one as soon as it is known, or something else is asked.

import { newKey, Problem } from "./client";

export class ActKeys {
  readonly #keys = new Map<string, string>();

  /** `most`: of how many acts whose end is not known the key is kept; the oldest goes. One, where an
   *  act that was done in between makes the same again another one. */
  constructor(private readonly most = 1) {}

  /** Sends `what` by its key. Rejects as `send` does. */
  async once<T>(what: unknown, send: (key: string) => Promise<T>): Promise<T> {
    const act = JSON.stringify(what);
    const key = this.#keys.get(act) ?? newKey();
    this.#keys.set(act, key);
    while (this.#keys.size > this.most) this.#keys.delete(this.#keys.keys().next().value as string);
    try {
      const answer = await send(key);
      this.#settle(act, key);
      return answer;
    } catch (error) {
      if (error instanceof Problem && !error.mayTryAgain) this.#settle(act, key);
      throw error;
    }
  }

  /** What became of all of them has been learnt in another way. */
  forget(): void {
    this.#keys.clear();
  }

  #settle(act: string, key: string): void {
    if (this.#keys.get(act) === key) this.#keys.delete(act);
  }
}
