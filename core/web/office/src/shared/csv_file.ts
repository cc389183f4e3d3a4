// A file that was dropped, before it is sent, and what the core says of its rows.

export const longestFile = 8 << 20; // the core takes no longer table

export type FileProblem = "empty" | "too_long" | "not_utf8" | "not_csv";

/** The text of a CSV file, or why it cannot be one. Excel likes to save in other encodings, which
 *  would spoil every Vietnamese name without anybody seeing it. */
export function readCsv(bytes: Uint8Array): { text: string } | { problem: FileProblem } {
  if (bytes.length === 0) return { problem: "empty" };
  if (bytes.length > longestFile) return { problem: "too_long" };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { problem: "not_csv" }; // a .xlsx is a zip
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { problem: "not_utf8" };
  }
}

/** A cell as RFC 4180 writes it. */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface RowError {
  line: number;
  column: string;
  reason: string;
}

/** The errors of a line together, lines in their order. */
export function errorsByLine(errors: readonly RowError[]): { line: number; errors: RowError[] }[] {
  const lines = new Map<number, RowError[]>();
  for (const each of errors) lines.set(each.line, [...(lines.get(each.line) ?? []), each]);
  return [...lines].sort(([a], [b]) => a - b).map(([line, found]) => ({ line, errors: found }));
}

export interface MemberChange {
  code: string;
  effective_from: string;
  member: string;
  before: string;
  after: string;
}

/** The changes of one version together, in the order they came. */
export function changesByVersion(changes: readonly MemberChange[]) {
  const versions = new Map<string, { code: string; from: string; members: MemberChange[] }>();
  for (const each of changes) {
    const key = `${each.code} ${each.effective_from}`;
    const version = versions.get(key) ?? {
      code: each.code,
      from: each.effective_from,
      members: [],
    };
    version.members.push(each);
    versions.set(key, version);
  }
  return [...versions.values()];
}
