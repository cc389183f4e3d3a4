// A file that was dropped, before it is sent, and what the core says of its rows.

export const longestFile = 8 << 20; // the core takes no longer table

export type FileProblem = "empty" | "too_long";

/** Why a file is not worth sending; what it is, the core tells by its bytes. */
export function fileProblem(
  bytes: Uint8Array,
  longest: number = longestFile,
): FileProblem | undefined {
  if (bytes.length === 0) return "empty";
  return bytes.length > longest ? "too_long" : undefined;
}

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** As what a file is sent: a workbook is a zip archive. */
export function tableType(bytes: Uint8Array): string {
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? workbook : "text/csv; charset=utf-8";
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
