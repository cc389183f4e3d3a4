// Speaks the calls, one after the other, each twice after a chime.

import { effect, signal } from "@preact/signals";

import { times } from "@motcua/speech";

import { callSyllables, soundName, soundsOfCalls } from "../../voice/call";
import { Sounds } from "../../voice/sounds";
import { add, manyWaiting, stillCalled } from "./announcements";
import { room, serverNow } from "./live";
import type { RoomCall } from "./room";

const lookAgainEvery = 10 * 60_000;

export const sounds = new Sounds();
/** Code of the ticket whose call is heard just now. */
export const speaking = signal<string | null>(null);

let waiting: RoomCall[] = [];
let isSpeaking = false;

export function announce(calls: RoomCall[]): void {
  waiting = add(waiting, calls, serverNow.value.getTime());
  if (!isSpeaking) void speakAll();
}

const isCalled = (call: RoomCall): boolean => {
  const ticket = room.value?.tickets.get(call.code);
  return ticket?.state === "called" && ticket.counter === call.counter;
};

async function speakAll(): Promise<void> {
  isSpeaking = true;
  for (;;) {
    waiting = stillCalled(waiting, isCalled);
    const call = waiting.shift();
    if (!call) break;
    speaking.value = call.code;
    await speak(call);
  }
  speaking.value = null;
  isSpeaking = false;
}

async function speak(call: RoomCall): Promise<void> {
  const sentence = callSyllables(call.number, call.counter).map(soundName);
  const isWhole = await sounds.load(sentence);
  await sounds.chime();
  if (!isWhole) return; // a sentence with a hole in it is worse than none
  const length = waiting.length >= manyWaiting ? 1 : times;
  await sounds.play(Array.from({ length }, () => sentence));
}

/** Loads the office's recordings ahead, and again when its services change. */
export function loadSounds(): void {
  let loaded = "";
  effect(() => {
    const letters = room.value?.services.map((each) => each.letter) ?? [];
    if (letters.length === 0 || letters.join("") === loaded) return;
    loaded = letters.join("");
    void sounds.load(soundsOfCalls(letters));
  });
  setInterval(() => {
    sounds.lookAgain();
    void sounds.load(soundsOfCalls([...loaded]));
  }, lookAgainEvery);
}
