// Two soft strokes, high and low, made here: an office without recordings has a chime all the same.

const strokes = [
  { pitch: 659.26, after: 0 },
  { pitch: 523.25, after: 0.45 },
];
const overtones = [
  { times: 1, loud: 0.35 },
  { times: 2.76, loud: 0.06 },
];
const rings = 1.1; // seconds

/** When it has rung out, by the context's clock. */
export function playChime(context: AudioContext, at: number): number {
  for (const { pitch, after } of strokes) {
    for (const { times, loud } of overtones) {
      const tone = new OscillatorNode(context, { frequency: pitch * times });
      const volume = new GainNode(context, { gain: 0 });
      const start = at + after;
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(loud, start + 0.01);
      volume.gain.exponentialRampToValueAtTime(0.001, start + rings / times);
      tone.connect(volume).connect(context.destination);
      tone.start(start);
      tone.stop(start + rings);
    }
  }
  return at + 0.45 + rings * 0.8;
}
