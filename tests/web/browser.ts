// What a module finds of a browser when it is loaded: call it before a dynamic import.

import { vi } from "vitest";

/** Gives what tells the page an event, as `pagehide`. */
export function stubBrowser(): (name: string, parts?: object) => void {
  const target = new EventTarget();
  const listens = {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  };
  vi.stubGlobal("window", Object.assign(globalThis, listens));
  const documentElement = { dataset: {}, style: { setProperty() {} } };
  vi.stubGlobal("document", { documentElement, ...listens });
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal("location", { href: "http://desk/counter/", hash: "" });
  return (name, parts = {}) => target.dispatchEvent(Object.assign(new Event(name), parts));
}

/** Answers that a test gives when it says so, in whatever order. */
export class Answers<T> {
  readonly waiting: { resolve: (answer: T) => void; reject: (error: unknown) => void }[] = [];
  readonly next = (): Promise<T> =>
    new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  /** Of the question that was asked as the `nth`. */
  async give(nth: number, answer: T): Promise<void> {
    this.waiting[nth]?.resolve(answer);
    await settled();
  }
  async fail(nth: number, error: unknown): Promise<void> {
    this.waiting[nth]?.reject(error);
    await settled();
  }
}

/** What follows from what has been answered has been done. */
export async function settled(): Promise<void> {
  for (let count = 0; count < 20; ++count) await Promise.resolve();
}
