// Tells a scanner that types from a person who types: by the time between characters. Pure.

// Scanners send a character every 1 to 20 ms, a busy machine hands them on later; typists need 100
// and more over a whole code. What was fast but is no code stays as typed (scan/code).
const longestGap = 90;
const shortest = 8;
const longest = 1_000;

export class BurstDetector {
  private text = "";
  private last = -Infinity;

  /** Takes a character; true when it may be the first one of a burst. */
  take(character: string, at: number): boolean {
    const begins = at - this.last > longestGap;
    this.text = begins ? character : (this.text + character).slice(0, longest);
    this.last = at;
    return begins;
  }

  /** The scanned text when one has just ended, by Enter, Tab or silence. */
  end(at: number, bySilence = false): string | undefined {
    const { text, last } = this;
    const inTime = bySilence || at - last <= longestGap * 2;
    this.text = "";
    this.last = -Infinity;
    return inTime && text.length >= shortest ? text : undefined;
  }
}
