import { defineTexts } from "@motcua/language";

import { scanNotice } from "../scans";

const t = defineTexts(
  {
    card: "Đã nhận thẻ. Để lấy số, mời chạm vào dịch vụ cần làm; cán bộ sẽ quét thẻ tại quầy.",
    unknown: "Không nhận ra mã này. Mời quét mã vuông trên giấy tiếp nhận hoặc trên phiếu số.",
  },
  {
    card: "Card read. To take a number, touch the service you need; the officer scans the card at the counter.",
    unknown: "This code is not known. Please scan the square code on your receipt or ticket.",
  },
);

export function ScanNotice() {
  const notice = scanNotice.value;
  return (
    <div class="scan-notice" role="status">
      {notice && <p class="notice warn">{t()[notice.kind]}</p>}
    </div>
  );
}
