// "Đọc to": reads the screen aloud when asked, from the office's recordings or with a voice of the
// browser; where there is neither, the button is not shown.

import { computed, signal } from "@preact/signals";

import { language } from "@motcua/language";

import { soundName, spellOut } from "../../voice/call";
import { Sounds } from "../../voice/sounds";

/** What a screen says: names of recorded sentences or syllables, and the same as text. */
export interface Speech {
  sounds: readonly string[];
  text: string;
}

/** Set by the screen that is shown. */
export const speech = signal<Speech | null>(null);
export const isReading = signal(false);

const recorded = signal(false);
const voices = signal<readonly SpeechSynthesisVoice[]>([]);
let sounds: Sounds | undefined;
let turn = 0; // of reading: an earlier one that ends says nothing of the present one

const voice = computed(() => voices.value.find((each) => each.lang.startsWith(language.value)));
const usesRecordings = computed(() => language.value === "vi" && recorded.value);

export const canRead = computed(
  () => speech.value !== null && (usesRecordings.value || voice.value !== undefined),
);

export function prepareReader(): void {
  sounds = new Sounds();
  void sounds.load(["kiosk-start"]).then((there) => (recorded.value = there));
  const list = () => (voices.value = globalThis.speechSynthesis?.getVoices() ?? []);
  list();
  globalThis.speechSynthesis?.addEventListener("voiceschanged", list);
}

/** The sounds of a ticket's number, sign by sign. */
export const numberSounds = (number: string): string[] => spellOut(number).map(soundName);

/** Starts reading, or stops. */
export async function read(): Promise<void> {
  const what = speech.value;
  if (isReading.value || !what) return stopReading();
  isReading.value = true;
  const mine = ++turn;
  const end = () => {
    if (mine === turn) isReading.value = false;
  };
  if (usesRecordings.value && sounds) {
    await sounds.unblock();
    await sounds.play(what.sounds.map((each) => [each]));
    return end();
  }
  const spoken = new SpeechSynthesisUtterance(what.text);
  if (voice.value) spoken.voice = voice.value;
  spoken.lang = language.value;
  spoken.rate = 0.9;
  spoken.onend = spoken.onerror = end;
  speechSynthesis.speak(spoken);
}

export function stopReading(): void {
  sounds?.stop();
  globalThis.speechSynthesis?.cancel();
  isReading.value = false;
}
