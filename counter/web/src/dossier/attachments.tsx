// What was scanned in, and the ways in: drop, choose, the scanner's folder, the camera.

import { formatBytes, formatMoment } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Button, Dialog } from "@motcua/ui";
import { useRef, useState } from "preact/hooks";

import { type Attachment, attachmentPath, type Dossier } from "../api";
import { useShortcuts } from "../keys";
import { Camera } from "./camera";
import { ScannerFolder } from "./scanner_folder";
import { dropUpload, sendAgain, upload, uploads } from "./uploads";

// What every browser shows as a picture.
const shownTypes = ["image/jpeg", "image/png", "image/webp"];

const t = wordsOf("counterAttachments");

function Preview({ code, file, onClose }: { code: string; file: Attachment; onClose: () => void }) {
  const texts = t();
  const path = attachmentPath(code, file.name);
  const isImage = shownTypes.includes(file.type);
  return (
    <Dialog title={file.name} onClose={onClose}>
      {isImage && <img class="preview-large" src={path} alt={file.name} />}
      {file.type === "application/pdf" && (
        <iframe class="preview-large" src={path} title={file.name} />
      )}
      {!isImage && file.type !== "application/pdf" && <p>{texts.noPreview}</p>}
      <div class="actions">
        <a class="button" href={path} target="_blank" rel="noopener">
          {texts.open}
        </a>
        {/* The focus begins here: a PDF's own viewer would keep the Escape key to itself. */}
        <Button look="primary" autofocus onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </Dialog>
  );
}

function Uploads({ code }: { code: string }) {
  const texts = t();
  const own = uploads.value.filter((each) => each.code === code);
  return (
    <ul class="uploads" aria-live="polite">
      {own.map((each) => (
        <li key={each.id}>
          <span class="file-name">{each.name}</span>
          {each.problem ? (
            <>
              <span class="error">{each.problem.message || texts.failed}</span>
              <Button onClick={() => sendAgain(each.id)}>{texts.again}</Button>
              <Button look="quiet" onClick={() => dropUpload(each.id)}>
                {texts.giveUp}
              </Button>
            </>
          ) : (
            <progress max={1} value={each.part} aria-label={texts.sending(each.name)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function FileList({ dossier, onView }: { dossier: Dossier; onView: (file: Attachment) => void }) {
  const texts = t();
  const files = dossier.attachments ?? [];
  if (files.length === 0) return <p class="hint">{texts.none}</p>;
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.name}>
          <button
            type="button"
            class="file"
            aria-label={texts.view(file.name)}
            onClick={() => onView(file)}
          >
            {shownTypes.includes(file.type) ? (
              <img src={attachmentPath(dossier.code, file.name)} alt="" loading="lazy" />
            ) : (
              <span class="file-kind" aria-hidden="true">
                {file.type.split("/")[1]?.slice(0, 4).toUpperCase()}
              </span>
            )}
            <span class="file-name">{file.name}</span>
            <span class="hint">
              {formatBytes(file.bytes)} · {file.added_by} · {formatMoment(file.added_at)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Attachments({ dossier }: { dossier: Dossier }) {
  const texts = t();
  const [over, setOver] = useState(false);
  const [camera, setCamera] = useState(false);
  const [viewed, setViewed] = useState<Attachment | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const allowed = dossier.acts.some((each) => each.act === "digitise");
  const take = (list: FileList | null | undefined) => {
    for (const file of list ?? []) void upload(dossier.code, file.name, file);
  };
  useShortcuts(
    allowed
      ? [
          {
            keys: "Q",
            label: texts.choose,
            group: texts.group,
            run: () => picker.current?.click(),
          },
          { keys: "M", label: texts.camera, group: texts.group, run: () => setCamera(true) },
        ]
      : [],
  );
  return (
    <section
      class={`card attachments ${over ? "over" : ""}`}
      aria-labelledby="attachments-title"
      onDragOver={(event) => {
        if (!allowed) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (allowed) take(event.dataTransfer?.files);
      }}
    >
      <h2 id="attachments-title">
        {texts.title} <span class="number">{dossier.attachments?.length ?? 0}</span>
      </h2>
      <FileList dossier={dossier} onView={setViewed} />
      <Uploads code={dossier.code} />
      {allowed && (
        <div class="attach-ways">
          <span class="hint">{texts.drop}</span>
          <input
            ref={picker}
            type="file"
            class="hidden-visually"
            tabIndex={-1}
            aria-label={texts.choose}
            multiple
            accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff"
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = "";
            }}
          />
          <Button shortcut="Q" onClick={() => picker.current?.click()}>
            {texts.choose}
          </Button>
          <Button shortcut="M" onClick={() => setCamera(true)}>
            {texts.camera}
          </Button>
        </div>
      )}
      {allowed && <ScannerFolder dossier={dossier} />}
      {camera && (
        <Camera
          onClose={() => setCamera(false)}
          onPicture={(jpeg) => void upload(dossier.code, "anh.jpg", jpeg)}
        />
      )}
      {viewed && <Preview code={dossier.code} file={viewed} onClose={() => setViewed(null)} />}
    </section>
  );
}
