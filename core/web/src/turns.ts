// Of what is asked for again before it was answered only the last counts, whichever answers first.

export class Turns {
  #latest = 0;

  /** Begins one; gives whether it still is the last. */
  begin(): () => boolean {
    const turn = ++this.#latest;
    return () => turn === this.#latest;
  }

  /** What is on its way counts no more. */
  end(): void {
    this.#latest += 1;
  }
}
