// Files on their way into a dossier: each is sent at once, tells how far it is, and can be sent
// again when it failed.

import { Problem } from "@motcua/api/client";
import { whenPersonLeaves } from "@motcua/session";
import { signal } from "@preact/signals";

import { putAttachment } from "../api";
import { opened, reopen } from "./open";

export interface Upload {
  id: number;
  code: string;
  name: string;
  bytes: Blob;
  part: number; // 0 to 1
  problem: Problem | null;
  onDone: () => void;
}

export const uploads = signal<Upload[]>([]);
let last = 0;
whenPersonLeaves(() => {
  uploads.value = [];
});

/** A name that the dossier does not have yet: an attachment is never replaced by accident. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const clean =
    wanted
      .normalize("NFC")
      .replace(/[\\/\p{Cc}]/gu, "_")
      .slice(-150) || "tep";
  if (!taken.includes(clean)) return clean;
  const dot = clean.lastIndexOf(".");
  const [stem, end] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ""];
  let count = 2;
  while (taken.includes(`${stem} (${count})${end}`)) ++count;
  return `${stem} (${count})${end}`;
}

function set(id: number, part: Partial<Upload>): void {
  uploads.value = uploads.value.map((each) => (each.id === id ? { ...each, ...part } : each));
}

async function send(upload: Upload): Promise<void> {
  set(upload.id, { part: 0, problem: null });
  try {
    await putAttachment(upload.code, upload.name, upload.bytes, (part) => set(upload.id, { part }));
    uploads.value = uploads.value.filter((each) => each.id !== upload.id);
    upload.onDone();
    await reopen();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    set(upload.id, { problem: error });
  }
}

export async function upload(
  code: string,
  wanted: string,
  bytes: Blob,
  onDone: () => void = () => {},
): Promise<void> {
  const taken = [
    ...(opened.value?.dossier.attachments ?? []).map((each) => each.name),
    ...uploads.value.filter((each) => each.code === code).map((each) => each.name),
  ];
  const name = freeName(wanted, taken);
  const made: Upload = { id: ++last, code, name, bytes, part: 0, problem: null, onDone };
  uploads.value = [...uploads.value, made];
  await send(made);
}

export const sendAgain = (id: number): void => {
  const found = uploads.value.find((each) => each.id === id);
  if (found) void send(found);
};

export function dropUpload(id: number): void {
  uploads.value = uploads.value.filter((each) => each.id !== id);
}
