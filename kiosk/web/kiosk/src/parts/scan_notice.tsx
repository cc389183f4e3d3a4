import { wordsOf } from "@motcua/language";

import { scanNotice } from "../scans";

const t = wordsOf("kioskScanNotice");

export function ScanNotice() {
  const notice = scanNotice.value;
  return (
    <div class="scan-notice" role="status">
      {notice && <p class="notice warn">{t()[notice.kind]}</p>}
    </div>
  );
}
