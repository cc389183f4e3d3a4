// Where a recording's sound begins and ends: what people record has silence at both ends, and
// syllables in a row must follow each other without gaps.

const quietest = 0.012; // of full scale
const margin = 0.015; // seconds kept, so that no consonant is cut off

export interface Span {
  start: number; // seconds
  length: number;
}

export function soundingSpan(samples: Float32Array, rate: number): Span {
  let first = 0;
  let last = samples.length - 1;
  while (first < last && Math.abs(samples[first] ?? 0) < quietest) ++first;
  while (last > first && Math.abs(samples[last] ?? 0) < quietest) --last;
  if (first >= last) return { start: 0, length: samples.length / rate };
  const start = Math.max(0, first / rate - margin);
  const end = Math.min(samples.length / rate, last / rate + margin);
  return { start, length: end - start };
}
