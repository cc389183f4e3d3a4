// Something that is loaded from the core and shown: kept while it is loaded anew, and honest about
// when it is from.

import { signal, type ReadonlySignal } from "@preact/signals";

import { Problem } from "@motcua/api/client";

import { officeNow } from "../shell/clock";

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
}

const nothing = { value: undefined, at: undefined, busy: false, problem: undefined };

export function resource<T>(): Resource<T> {
  const state = signal<Loaded<T>>(nothing);
  let latest = 0;
  const load: Resource<T>["load"] = async (fetch, { fresh = false } = {}) => {
    const turn = ++latest;
    // peek: an effect that loads does not depend on what it loads
    state.value = { ...(fresh ? nothing : state.peek()), busy: true, problem: undefined };
    try {
      const value = await fetch();
      if (turn === latest) state.value = { ...nothing, value, at: officeNow() ?? new Date() };
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (turn === latest) state.value = { ...state.peek(), busy: false, problem };
    }
  };
  const clear = () => {
    latest += 1;
    state.value = nothing;
  };
  return Object.assign(state, { load, clear });
}
