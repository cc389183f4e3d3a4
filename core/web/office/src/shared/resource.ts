// Something that is loaded from the core and shown: kept while it is loaded anew, and honest about
// when it is from. What one person saw is gone when somebody else comes.

import { signal, type ReadonlySignal } from "@preact/signals";

import { Problem } from "@motcua/api/client";
import { atOffice } from "@motcua/clock";
import { whenPersonLeaves } from "@motcua/session";
import { Turns } from "@motcua/turns";

export interface Loaded<T> {
  value: T | undefined;
  /** When the value came, by the office's clock. */
  at: Date | undefined;
  busy: boolean;
  /** Why there is nothing, or nothing newer. */
  problem: Problem | undefined;
}

export interface Resource<T> extends ReadonlySignal<Loaded<T>> {
  /** A later load wins over an earlier one, whichever answers first. */
  load(fetch: () => Promise<T>, options?: { fresh?: boolean }): Promise<void>;
  clear(): void;
  /** Of one that does not live as long as the page: gone for good. */
  end(): void;
}

const nothing = { value: undefined, at: undefined, busy: false, problem: undefined };

export function resource<T>(): Resource<T> {
  const state = signal<Loaded<T>>(nothing);
  const turns = new Turns();
  const load: Resource<T>["load"] = async (fetch, { fresh = false } = {}) => {
    const isLatest = turns.begin();
    // peek: an effect that loads does not depend on what it loads
    state.value = { ...(fresh ? nothing : state.peek()), busy: true, problem: undefined };
    try {
      const value = await fetch();
      if (isLatest()) state.value = { ...nothing, value, at: atOffice(new Date()) };
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (isLatest()) state.value = { ...state.peek(), busy: false, problem };
    }
  };
  const clear = () => {
    turns.end();
    state.value = nothing;
  };
  const unsubscribe = whenPersonLeaves(clear);
  const end = () => {
    unsubscribe();
    clear();
  };
  return Object.assign(state, { load, clear, end });
}
