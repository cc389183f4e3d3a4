// A picture of a paper by this machine's camera, as JPEG.

import { wordsOf } from "@motcua/language";
import { Button, Dialog } from "@motcua/ui";
import { useEffect, useRef, useState } from "preact/hooks";

const t = wordsOf("counterCamera");

const quality = 0.85;

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

export function Camera({
  onPicture,
  onClose,
}: {
  onPicture: (jpeg: Blob) => void;
  onClose: () => void;
}) {
  const texts = t();
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let left = false;
    const open = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { width: { ideal: 2560 }, height: { ideal: 1920 } },
        });
        if (left) stop(stream);
        else if (video.current) video.current.srcObject = stream;
      } catch {
        setFailed(true);
      }
    };
    void open();
    return () => {
      left = true;
      stop(stream);
    };
  }, []);
  const take = () => {
    const source = video.current;
    if (!source?.videoWidth) return;
    const canvas = document.createElement("canvas");
    canvas.width = source.videoWidth;
    canvas.height = source.videoHeight;
    canvas.getContext("2d")?.drawImage(source, 0, 0);
    canvas.toBlob((jpeg) => jpeg && onPicture(jpeg), "image/jpeg", quality);
  };
  return (
    <Dialog title={texts.title} onClose={onClose}>
      {failed ? (
        <div class="notice bad">{texts.none}</div>
      ) : (
        <video class="camera" ref={video} autoplay muted playsInline aria-label={texts.view} />
      )}
      <div class="actions">
        <Button onClick={onClose}>{texts.close}</Button>
        <Button look="primary" disabled={failed} onClick={take}>
          {texts.take}
        </Button>
      </div>
    </Dialog>
  );
}
