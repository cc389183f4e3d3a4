// From a touch to a ticket in the hand. One touch is one ticket, however often it is asked for: the
// touch has an id, which the tab remembers, so that a reload asks for the same ticket again.

import { signal } from "@preact/signals";

import { Problem } from "@motcua/api/client";

import type { LocalTicket, NotPrinted, TicketRequest } from "./api";

export interface Touch {
  id: string;
  at: number;
  request: TicketRequest;
}

export type Flow =
  | { step: "printing"; touch: Touch; slow: boolean }
  | { step: "done"; touch: Touch; ticket: LocalTicket; noted: boolean }
  | { step: "failed"; touch: Touch; problem: NotPrinted; text: string; busy: boolean }
  | { step: "noted"; touch: Touch; number: string }
  | { step: "refused"; text: string }
  | { step: "unreachable"; touch: Touch };

export interface FlowPorts {
  post: (touch: string, request: TicketRequest) => Promise<LocalTicket>;
  reprint: (touch: string) => Promise<LocalTicket>;
  taken: (touch: string) => Promise<unknown>;
  /** Of this tab. */
  remember: (touch: Touch | null) => void;
  remembered: () => Touch | null;
  wait: (milliseconds: number) => Promise<void>;
  newId: () => string;
  now: () => number;
}

export const triesBeforeTelling = 12;
const slowFrom = 2; // tries
const firstWait = 400;
const longestWait = 3_000;
/** Older touches are of somebody who has left. */
export const oldestResumed = 2 * 60_000;

/** Without leased numbers the agent has none to give until the core is back. */
function mayComeYet(error: unknown): boolean {
  return error instanceof Problem && error.mayTryAgain && error.word !== "no-numbers";
}

export class TicketFlow {
  readonly state = signal<Flow | null>(null);

  constructor(private readonly ports: FlowPorts) {}

  /** Does nothing while a ticket is being made: a double touch is one ticket. */
  async take(request: TicketRequest): Promise<void> {
    if (this.state.value) return;
    const touch = { id: this.ports.newId(), at: this.ports.now(), request };
    this.ports.remember(touch);
    await this.#ask(touch);
  }

  /** After a reload: whether there was a touch whose ticket the citizen waits for. */
  resume(): boolean {
    const touch = this.ports.remembered();
    if (!touch || this.ports.now() - touch.at > oldestResumed) {
      this.ports.remember(null);
      return false;
    }
    void this.#ask(touch);
    return true;
  }

  async tryAgain(): Promise<void> {
    const before = this.state.value;
    if (before?.step === "unreachable") return this.#ask(before.touch);
    if (before?.step !== "failed" || before.busy) return;
    const { touch } = before;
    this.state.value = { ...before, busy: true };
    try {
      const ticket = await this.ports.reprint(touch.id);
      this.#show(touch, { step: "done", touch, ticket, noted: false });
    } catch (error) {
      this.#failed(touch, error, before);
    }
  }

  /** The paper came out after all, or the citizen has written the number down. */
  async haveIt(): Promise<void> {
    const before = this.state.value;
    if (before?.step !== "failed" || before.busy) return;
    const { touch, problem } = before;
    this.state.value = { ...before, busy: true };
    try {
      await this.ports.taken(touch.id);
      this.#show(touch, { step: "noted", touch, number: problem.number });
    } catch (error) {
      this.#failed(touch, error, before);
    }
  }

  leave(): void {
    this.state.value = null;
    this.ports.remember(null);
  }

  async #ask(touch: Touch): Promise<void> {
    this.state.value = { step: "printing", touch, slow: false };
    let wait = firstWait;
    for (let tries = 1; ; ++tries) {
      try {
        const ticket = await this.ports.post(touch.id, touch.request);
        return this.#show(touch, { step: "done", touch, ticket, noted: false });
      } catch (error) {
        if (!mayComeYet(error)) return this.#failed(touch, error);
      }
      if (tries === triesBeforeTelling) return this.#show(touch, { step: "unreachable", touch });
      if (tries >= slowFrom) this.#show(touch, { step: "printing", touch, slow: true });
      await this.ports.wait(wait);
      wait = Math.min(wait * 2, longestWait);
      if (!this.#isCurrent(touch)) return;
    }
  }

  #failed(touch: Touch, error: unknown, before?: Flow & { step: "failed" }): void {
    if (!(error instanceof Problem)) throw error;
    if (error.word === "printer") {
      const problem = error.body as NotPrinted;
      this.#show(touch, { step: "failed", touch, problem, text: error.message, busy: false });
    } else if (before) {
      this.#show(touch, { ...before, text: error.message || before.text, busy: false });
    } else if (this.#isCurrent(touch)) {
      this.state.value = { step: "refused", text: error.message };
      this.ports.remember(null);
    }
  }

  #isCurrent(touch: Touch): boolean {
    const state = this.state.value;
    return state !== null && "touch" in state && state.touch.id === touch.id;
  }

  /** Answers that come after the citizen has left change nothing. */
  #show(touch: Touch, next: Flow): void {
    if (this.#isCurrent(touch)) this.state.value = next;
  }
}
