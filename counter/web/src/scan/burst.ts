// Keys as they come, and the scan that they end in: told by what was typed, not by how fast. Only of
// a bare code, which people type too, the speed counts. Pure.

import { bareKind, gap, scanAtEnd, type Shape } from "./shape";

/** One key: what this machine makes of it, and what the scanner meant (keyboard.ts). */
export interface Stroke {
  key: string;
  us: string;
  at: number;
}

export interface FoundScan {
  /** What was scanned, as the keys themselves say it and as the machine made of them: the first one
   *  that can be read is right. */
  readings: string[];
  /** The place of its first key among those taken since the last rest. */
  first: number;
}

// A busy machine hands a scanner's keys on after 30 to 140 ms, and now and then stands still. Beyond
// this nobody goes on with the same text.
const rest = 2_000;
const longest = 1_200;
const longestBare = 64;
// Typists need longer for a code's digits on the average.
const fastMean = 100;
const fastMost = 200;

/** When a scan may end: people press Enter too, silence is a scanner's alone. */
export type End = "key" | "silence" | "long-silence";

export class KeyRun {
  private strokes: Stroke[] = [];

  /** Takes a key; its place in the run, 0 for the first one after a rest. */
  take(stroke: Stroke): number {
    const last = this.strokes.at(-1);
    if (!last || stroke.at - last.at > rest || this.strokes.length >= longest) this.strokes = [];
    this.strokes.push(stroke);
    return this.strokes.length - 1;
  }

  /** An input method takes a letter back before it puts another one there. */
  takeBack(): void {
    this.strokes.pop();
  }

  clear(): void {
    this.strokes = [];
  }

  /** The scan that the run ends in; `typedBare`: people type codes there, and end them so. */
  find(end: End, typedBare: boolean): FoundScan | undefined {
    const readings = [this.reading((each) => each.us), this.reading((each) => each.key)];
    for (const reading of readings) {
      const shape = scanAtEnd(reading) ?? this.bareScan(reading, end, typedBare);
      if (!shape || (end === "silence" && !shape.whole)) continue;
      if (end === "long-silence" && shape.short) continue;
      const found = readings
        .map((each) => each.slice(shape.start).trim())
        .filter((each) => !each.includes(gap));
      return { readings: [...new Set(found)], first: shape.start };
    }
    return undefined;
  }

  /** One character for each key. */
  private reading(of: (stroke: Stroke) => string): string {
    return this.strokes.map((each) => (of(each).length === 1 ? of(each) : gap)).join("");
  }

  private bareScan(reading: string, end: End, typedBare: boolean): Shape | undefined {
    for (let start = Math.max(0, reading.length - longestBare); start < reading.length; ++start) {
      if (!this.beginsAt(start)) continue;
      const kind = bareKind(reading.slice(start).trim());
      if (!kind) continue;
      const taken = this.isFast(start) || (end === "key" && !typedBare);
      return taken ? { kind, start, whole: true } : undefined;
    }
    return undefined;
  }

  private gapsFrom(start: number): number[] {
    return this.strokes
      .slice(start + 1)
      .map((each, at) => each.at - (this.strokes[start + at]?.at ?? 0));
  }

  /** Nothing was typed before it, or so long before that it is not of the same text. */
  private beginsAt(start: number): boolean {
    const before = this.strokes[start - 1];
    const stroke = this.strokes[start];
    if (!before || !stroke) return start === 0;
    return stroke.at - before.at > Math.max(...this.gapsFrom(start));
  }

  private isFast(start: number): boolean {
    const gaps = this.gapsFrom(start);
    const length = (this.strokes.at(-1)?.at ?? 0) - (this.strokes[start]?.at ?? 0);
    return length <= fastMean * gaps.length && Math.max(...gaps) <= fastMost;
  }
}
