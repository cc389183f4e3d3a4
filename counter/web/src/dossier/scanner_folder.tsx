// What the document scanner has put into its folder, on the machines that have an agent.

import { Problem } from "@motcua/api/client";
import { formatTime } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Button, toast } from "@motcua/ui";
import { useEffect } from "preact/hooks";

import type { Dossier } from "../api";
import { useShortcuts } from "../keys";
import {
  fileDone,
  filePath,
  files,
  hasAgent,
  loadFile,
  loadFiles,
  type ScannedFile,
} from "../local/agent";
import { upload } from "./uploads";

const t = wordsOf("counterScannerFolder");

async function attach(code: string, file: ScannedFile): Promise<void> {
  try {
    const bytes = await loadFile(file);
    await upload(code, file.name, bytes, () => {
      fileDone(file.id, code).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error; // it stays in the list, to be attached again
      });
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    toast("bad", t().gone);
  }
}

export function ScannerFolder({ dossier }: { dossier: Dossier }) {
  const texts = t();
  useEffect(() => void loadFiles(), []);
  const rank = (file: ScannedFile) => (file.code === dossier.code ? 0 : file.code ? 2 : 1);
  const list = [...files.value].sort((a, b) => rank(a) - rank(b) || b.at.localeCompare(a.at));
  const own = list.filter((each) => each.code === dossier.code);
  const newest = list.find((each) => !each.problem);
  useShortcuts(
    newest
      ? [
          {
            keys: "G",
            label: texts.attachNewest,
            group: texts.group,
            run: () => void attach(dossier.code, newest),
          },
        ]
      : [],
  );
  if (!hasAgent.value) return null;
  return (
    <section class="scanner-folder" aria-labelledby="folder-title">
      <h3 id="folder-title">{texts.title}</h3>
      {list.length === 0 && <p class="hint">{texts.none}</p>}
      {own.length > 1 && (
        <Button
          look="primary"
          onClick={() => own.forEach((each) => void attach(dossier.code, each))}
        >
          {texts.attachAll(own.length)}
        </Button>
      )}
      <ul class="files" aria-live="polite">
        {list.map((file, index) => (
          <li key={file.id} class={file.code === dossier.code ? "suggested" : ""}>
            <span class="file">
              <img
                src={`${filePath(file.id)}/preview`}
                alt={texts.preview(file.name)}
                loading="lazy"
              />
              <span class="file-name">{file.name}</span>
              <span class="hint">
                {formatTime(file.at)}
                {file.code &&
                  ` · ${file.code === dossier.code ? texts.suggested : texts.ofOther(file.code)}`}
              </span>
              {file.problem && <span class="error">{file.problem}</span>}
            </span>
            <Button
              {...(index === 0 ? { shortcut: "G" } : {})}
              aria-label={`${texts.attach} ${file.name}`}
              disabled={Boolean(file.problem)}
              onClick={() => void attach(dossier.code, file)}
            >
              {texts.attach}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
