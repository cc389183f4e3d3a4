// What is known of the machine: its agent tells it, now and whenever something changes.

import { effect, signal } from "@preact/signals";

import { follow } from "@motcua/api/events";
import { language } from "@motcua/language";

import type { LocalEvent, LocalService, LocalState, Scan } from "./api";

export const state = signal<LocalState | null>(null);

/** The agent itself is away: it starts anew, for example. */
export const agentLost = signal(true);

export function followAgent(onScan: (scan: Scan) => void): void {
  const following = follow({
    path: () => `/local/events?language=${language.value}`,
    onMessage(message) {
      const event = message as LocalEvent;
      if (event.type === "state") state.value = event.data;
      if (event.type === "scan") onScan(event.data);
    },
  });
  effect(() => {
    agentLost.value = !following.connected.value;
  });
  // The agent's sentences come in the language that the socket asked for.
  language.subscribe(() => following.renew());
}

export function serviceOf(letter: string): LocalService | undefined {
  return state.value?.services.find((each) => each.letter === letter);
}

/** The service that takes procedures of a field; the one for all others where none names it. */
export function serviceTaking(field: string): LocalService | undefined {
  const services = state.value?.services ?? [];
  return (
    services.find((each) => each.fields?.includes(field)) ??
    services.find((each) => each.fields?.includes("*"))
  );
}
