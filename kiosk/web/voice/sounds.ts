// The office's recordings in /sounds/, one file a syllable or sentence, and what plays them.

import { signal, type ReadonlySignal } from "@preact/signals";

import { playChime } from "./chime";
import { soundingSpan, type Span } from "./trim";

const endings = ["wav", "mp3", "ogg"];
const gap = 0.03; // seconds between syllables
const pause = 0.35; // between sentences
const longestLoad = 10_000;

interface Sound {
  buffer: AudioBuffer;
  span: Span;
}

export class Sounds {
  #context = new AudioContext();
  #loaded = new Map<string, Promise<Sound | null>>();
  #missing = signal<readonly string[]>([]);
  #blocked = signal(this.#context.state !== "running");
  #playing: AudioBufferSourceNode[] = [];

  constructor(private readonly folder = "/sounds/") {
    this.#context.onstatechange = () => {
      this.#blocked.value = this.#context.state !== "running";
    };
  }

  /** Looked for and not there. */
  get missing(): ReadonlySignal<readonly string[]> {
    return this.#missing;
  }

  /** The browser lets nothing sound before someone touched the page. */
  get blocked(): ReadonlySignal<boolean> {
    return this.#blocked;
  }

  /** To be called by a touch. */
  async unblock(): Promise<void> {
    await this.#context.resume();
  }

  /** Loads them, once; whether all are there. */
  async load(names: readonly string[]): Promise<boolean> {
    const found = await Promise.all(names.map((each) => this.#sound(each)));
    return found.every((each) => each !== null);
  }

  /** Forgets what was not there, so that a recording put in later is found. */
  lookAgain(): void {
    for (const name of this.#missing.value) this.#loaded.delete(name);
    this.#missing.value = [];
  }

  /** Each sentence a row of sounds; resolves when all was heard. Sounds that are missing are
   *  left out: ask `load` before. */
  async play(sentences: readonly (readonly string[])[]): Promise<void> {
    const rows = await Promise.all(
      sentences.map((row) => Promise.all(row.map((each) => this.#sound(each)))),
    );
    let at = this.#context.currentTime + 0.02;
    this.#playing = [];
    for (const row of rows) {
      for (const sound of row) {
        if (!sound) continue;
        this.#start(sound, at);
        at += sound.span.length + gap;
      }
      at += pause;
    }
    await this.#until(at);
  }

  /** The office's own `chime`, or a made one. */
  async chime(): Promise<void> {
    const own = await this.#sound("chime");
    const start = this.#context.currentTime + 0.02;
    if (own) this.#start(own, start);
    await this.#until(own ? start + own.span.length : playChime(this.#context, start));
  }

  stop(): void {
    for (const each of this.#playing) each.stop();
    this.#playing = [];
  }

  #start(sound: Sound, at: number): void {
    const source = new AudioBufferSourceNode(this.#context, { buffer: sound.buffer });
    source.connect(this.#context.destination);
    source.start(at, sound.span.start, sound.span.length);
    this.#playing.push(source);
  }

  // By the audio clock, which stands still while the browser blocks sound: then nobody waits.
  #until(at: number): Promise<void> {
    const left = this.#blocked.value ? 0 : Math.max(0, at - this.#context.currentTime);
    return new Promise((resolve) => setTimeout(resolve, left * 1000));
  }

  #sound(name: string): Promise<Sound | null> {
    let sound = this.#loaded.get(name);
    if (!sound) {
      sound = this.#fetch(name);
      this.#loaded.set(name, sound);
    }
    return sound;
  }

  async #fetch(name: string): Promise<Sound | null> {
    for (const ending of endings) {
      try {
        const response = await fetch(`${this.folder}${name}.${ending}`, {
          signal: AbortSignal.timeout(longestLoad),
        });
        if (!response.ok) continue;
        const buffer = await this.#context.decodeAudioData(await response.arrayBuffer());
        return { buffer, span: soundingSpan(buffer.getChannelData(0), buffer.sampleRate) };
      } catch {
        // not there, or no sound: named below
      }
    }
    if (name !== "chime") this.#missing.value = [...this.#missing.value, name];
    return null;
  }
}
